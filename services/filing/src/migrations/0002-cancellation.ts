import { Migration } from '@mikro-orm/migrations';

/** Businesses about filings: which filing an application occupies, when a filing was cancelled. */
export class CancellationMigration extends Migration {
  override name = '0002-cancellation';

  override up(): void {
    this.addSql('alter table application alter column unit_id drop not null');
    this.addSql('alter table filing add column cancelled_at timestamptz');
    this.addSql(`create table application_filing (
      application_id uuid not null references application (id) deferrable initially deferred,
      filing_id uuid not null references filing (id) deferrable initially deferred,
      filing_number char(15) not null,
      base_version int not null,
      open boolean not null,
      primary key (application_id, filing_id)
    )`);
    this.addSql('create unique index one_open_business_per_filing on application_filing (filing_id) where open');
  }
}
