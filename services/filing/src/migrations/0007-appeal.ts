import { Migration } from '@mikro-orm/migrations';

/** Appeals: applications without a unit, held filings, determinations that two people agree on, tracking codes. */
export class AppealMigration extends Migration {
  override name = '0007-appeal';

  override up(): void {
    for (const column of ['uscc', 'unit_name', 'system_name']) {
      this.addSql(`alter table application alter column ${column} drop not null`);
    }
    this.addSql('alter table application_version alter column content drop not null');
    this.addSql(`alter table application_version add column appeal jsonb,
      add constraint unit_or_appeal check ((content is null) = (appeal is not null))`);
    this.addSql(`alter table withdrawal add column "by" text not null default 'filer'`);

    // One column: a filing is held by at most one appeal.
    this.addSql(`alter table filing add column held_by uuid references application (id) deferrable initially deferred,
      add column held_at timestamptz,
      add constraint held_by_an_appeal check ((status = 'held') = (held_by is not null and held_at is not null))`);
    this.addSql('create unique index one_filing_per_hold on filing (held_by)');

    // An appeal that two people differ on is reviewed anew in the same version: what counts is who made the decision before.
    this.addSql('drop index two_reviewers');
    this.addSql(`alter table decision add column holder_change text,
      add column agrees boolean,
      add column first_reviewer_account_id uuid,
      add constraint two_reviewers check (first_reviewer_account_id is distinct from reviewer_account_id),
      add constraint second_has_first check ((stage = 'second') <= (first_reviewer_account_id is not null))`);

    this.addSql(`create table public_appeal (
      application_id uuid primary key references application (id) deferrable initially deferred,
      tracking_hash text not null constraint tracking_code_once unique,
      granted boolean not null default false,
      claimed_by uuid,
      claimed_at timestamptz,
      constraint claimed_once check ((claimed_by is null) = (claimed_at is null))
    )`);
  }
}
