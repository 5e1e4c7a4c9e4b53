import { Migration } from '@mikro-orm/migrations';

/** What the review desk works with: escalations that reach the superior organ, late citations, saved views, absences with their cover, canned texts. */
export class ReviewDeskMigration extends Migration {
  override name = '0009-review-desk';

  override up(): void {
    this.addSql(`alter table review_task add column escalated_to text[] not null default '{}'`);
    this.addSql('create index review_task_escalated on review_task using gin (escalated_to)');
    this.addSql(`alter table decision
      add column correction_due_at timestamptz,
      add column late_citations int not null default 0`);
    this.addSql(`update decision d set correction_due_at = coalesce(a.correction_due_at, d.applied_at) from application a
      where a.id = d.application_id and d.outcome = 'return' and d.applied_at is not null`);
    this.addSql(`create table review_view (
      id uuid primary key,
      account_id uuid not null,
      staff_no text not null,
      organ_code text not null,
      name text not null,
      query jsonb not null,
      shared boolean not null,
      updated_at timestamptz not null,
      constraint one_view_per_name unique (account_id, name)
    )`);
    this.addSql('create index review_view_shared on review_view (organ_code) where shared');
    this.addSql('create extension if not exists btree_gist');
    this.addSql(`create table absence (
      id uuid primary key,
      organ_code text not null,
      account_id uuid not null,
      staff_no text not null,
      cover_account_id uuid not null,
      cover_staff_no text not null,
      from_day date not null,
      until_day date not null,
      set_by text not null,
      ended_at timestamptz,
      constraint absence_in_order check (from_day <= until_day),
      constraint covered_by_another check (account_id <> cover_account_id),
      constraint one_absence_at_a_time exclude using gist (account_id with =, daterange(from_day, until_day, '[]') with &&)
        where (ended_at is null)
    )`);
    this.addSql('create index absence_cover on absence (cover_account_id) where ended_at is null');
    this.addSql('create index absence_of on absence (organ_code, from_day) where ended_at is null');
    this.addSql(`create table canned_text (
      id uuid primary key,
      organ_code text,
      "use" text not null,
      kind text,
      outcome text,
      reason_code text,
      field text,
      text text not null,
      advice text,
      updated_by text not null,
      updated_at timestamptz not null
    )`);
    this.addSql('create index canned_text_of on canned_text (organ_code, "use")');
  }
}
