import { Migration } from '@mikro-orm/migrations';

/** Reviews that stand still: one suspension of a task at a time. */
export class SuspensionMigration extends Migration {
  override name = '0021-suspension';

  override up(): void {
    this.addSql(`create table review_suspension (
      id uuid primary key,
      application_id uuid not null references application (id) deferrable initially deferred,
      review_task_id uuid not null references review_task (id) deferrable initially deferred,
      stage text not null,
      round int not null,
      staff_no text not null,
      organ_code text not null,
      organ_name text not null,
      reason_code text not null check (reason_code in ('site_visit', 'other_department', 'outage', 'other')),
      opinion text not null,
      suspended_at timestamptz not null,
      resume_on date not null,
      applied_at timestamptz,
      until timestamptz,
      resumption_id uuid,
      resumed_at timestamptz,
      resumed_by text check (resumed_by in ('staff', 'day')),
      resumed_staff_no text,
      resumption_applied_at timestamptz,
      constraint resumed_once unique (resumption_id),
      constraint resumed_by_somebody check ((resumed_at is null) = (resumed_by is null))
    )`);
    this.addSql(`create unique index one_running_suspension_per_task on review_suspension (review_task_id)
      where resumed_at is null`);
    this.addSql('create index review_suspension_by_application on review_suspension (application_id, stage)');
    this.addSql('alter table review_task add column suspended_at timestamptz, add column resume_on date');
    this.addSql(`alter table review_task add constraint suspended_while_claimed
      check (suspended_at is null or status = 'claimed')`);
    this.addSql('alter table timeline_entry add column suspension jsonb');
  }
}
