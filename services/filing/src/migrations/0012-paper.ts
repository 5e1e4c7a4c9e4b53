import { Migration } from '@mikro-orm/migrations';

/** Filings that came on paper: their scan, the clerk who entered them, the claim of their owner. */
export class PaperMigration extends Migration {
  override name = '0012-paper';

  override up(): void {
    this.addSql(`create table paper_filing (
      application_id uuid primary key references application (id) deferrable initially deferred,
      form_id uuid not null,
      received_on text not null,
      clerk_account_id uuid not null,
      clerk_staff_no text not null,
      claim_code_hash text,
      wrong_tries int not null default 0,
      claimed_at timestamptz
    )`);
    this.addSql(`create index application_on_paper on application (organ_code, id desc) where filer_kind = 'paper'`);
  }
}
