import { Migration } from '@mikro-orm/migrations';

/** Transfers: who is to receive a filing, until when, and how it ended; which filing a draft is about. */
export class TransferMigration extends Migration {
  override name = '0005-transfer';

  override up(): void {
    this.addSql(`create table transfer (
      application_id uuid primary key references application (id) deferrable initially deferred,
      recipient_hash text not null,
      from_name text,
      due_at timestamptz,
      remind_at jsonb,
      reminders int not null default 0,
      told_account_id uuid,
      constraint deadline_has_reminders check ((due_at is null) = (remind_at is null))
    )`);
    this.addSql('create index transfer_incoming on transfer (recipient_hash, application_id desc)');
    this.addSql(`create table transfer_outcome (
      id uuid primary key,
      application_id uuid not null constraint one_outcome_per_transfer unique references transfer (application_id) deferrable initially deferred,
      outcome text not null check (outcome in ('accepted', 'declined', 'revoked', 'expired')),
      account_id uuid,
      reason text,
      at timestamptz not null,
      applied_at timestamptz,
      constraint only_time_acts_alone check ((outcome = 'expired') = (account_id is null))
    )`);
    this.addSql('create index filing_version_documents on filing_version using gin (document_ids)');
    this.addSql('alter table draft add column filing_number char(15)');
    this.addSql('create index draft_about_filing on draft (filing_number) where filing_number is not null');
  }
}
