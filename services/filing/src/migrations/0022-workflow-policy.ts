import { Migration } from '@mikro-orm/migrations';

/** What an application's workflow is held against: the policy that it was started with, and its first run. */
export class WorkflowPolicyMigration extends Migration {
  override name = '0022-workflow-policy';

  override up(): void {
    this.addSql(`alter table application add column policy jsonb, add column workflow_run text`);
  }
}
