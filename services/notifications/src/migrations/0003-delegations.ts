import { Migration } from '@mikro-orm/migrations';

/** Notifications of delegations belong to no business; they name a unit by its code. */
export class DelegationsMigration extends Migration {
  override name = '0003-delegations';

  override up(): void {
    this.addSql('alter table notification alter column application_kind drop not null, add column uscc char(18)');
  }
}
