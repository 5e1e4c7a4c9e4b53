import { Migration } from '@mikro-orm/migrations';

/** Which review a decision belongs to, and that no person approves a version twice; applications that no account filed. */
export class SecondReviewMigration extends Migration {
  override name = '0004-second-review';

  override up(): void {
    this.addSql(`alter table decision add column stage text not null default 'first'`);
    this.addSql(
      `create unique index two_reviewers on decision (application_id, version, reviewer_account_id) where outcome = 'approve'`,
    );
    this.addSql('alter table application alter column account_id drop not null');
  }
}
