import { Migration } from '@mikro-orm/migrations';

/** Units, applications, reviews, filings, drafts. What must never be is a named constraint here. Foreign keys are checked at commit: the order of writing does not matter. */
export class FilingMigration extends Migration {
  override name = '0001-filing';

  override up(): void {
    for (const statement of [...unitsAndApplications, ...reviews, ...filings]) this.addSql(statement);
  }
}

const unitsAndApplications = [
  `create table unit (
    id uuid primary key,
    account_id uuid not null,
    uscc char(18) not null,
    type text not null,
    name text not null,
    sealed bytea not null,
    attachments jsonb not null,
    created_at timestamptz not null,
    constraint unit_once_per_account unique (account_id, uscc)
  )`,
  `create table application (
    id uuid primary key,
    number text not null constraint application_number_once unique,
    kind text not null,
    status text not null,
    account_id uuid not null,
    filer_kind text not null,
    unit_id uuid not null references unit (id) deferrable initially deferred,
    uscc char(18) not null,
    unit_name text not null,
    system_name text not null,
    county_code char(6) not null,
    division_name text not null,
    organ_code text not null,
    organ_name text not null,
    version int not null,
    submitted_at timestamptz not null,
    updated_at timestamptz not null,
    review_due_at timestamptz,
    correction_due_at timestamptz
  )`,
  `create index application_own on application (account_id, id desc)`,
  `create table application_version (
    id uuid primary key,
    application_id uuid not null references application (id) deferrable initially deferred,
    number int not null,
    content jsonb not null,
    sealed bytea not null,
    document_ids jsonb not null,
    explanation text,
    created_at timestamptz not null,
    constraint version_once_per_application unique (application_id, number)
  )`,
  `create index application_version_documents on application_version using gin (document_ids)`,
  `create table application_device (
    application_version_id uuid not null references application_version (id) deferrable initially deferred,
    serial int not null,
    row jsonb not null,
    primary key (application_version_id, serial)
  )`,
  `create table timeline_entry (
    id uuid primary key,
    application_id uuid not null references application (id) deferrable initially deferred,
    at timestamptz not null,
    kind text not null,
    "by" text not null,
    organ_code text,
    organ_name text,
    version int
  )`,
  `create index timeline_entry_of on timeline_entry (application_id, id)`,
  `create table withdrawal (
    id uuid primary key,
    application_id uuid not null constraint one_withdrawal_per_application unique references application (id) deferrable initially deferred,
    reason text,
    at timestamptz not null,
    applied_at timestamptz
  )`,
  // Goes round after a million: the day before it keeps acceptance numbers apart.
  `create sequence acceptance_serial minvalue 1 maxvalue 999999 cycle`,
  `create table draft (
    id uuid primary key,
    account_id uuid not null,
    kind text not null,
    title text not null,
    step text not null,
    revision int not null,
    sealed bytea not null,
    updated_at timestamptz not null,
    expires_at timestamptz not null
  )`,
  `create index draft_own on draft (account_id, updated_at desc)`,
  `create index draft_expiring on draft (expires_at)`,
];

const reviews = [
  `create table review_task (
    id uuid primary key,
    application_id uuid not null references application (id) deferrable initially deferred,
    stage text not null,
    round int not null,
    cause_id uuid not null constraint one_task_per_cause unique,
    version int not null,
    status text not null,
    organ_code text not null,
    organ_name text not null,
    assignee_account_id uuid,
    assignee_staff_no text,
    opened_at timestamptz not null,
    due_at timestamptz not null,
    reminders int not null default 0,
    escalations int not null default 0,
    remind_at jsonb not null,
    escalate_at jsonb not null,
    closed_at timestamptz,
    constraint claimed_has_assignee check ((status = 'claimed') <= (assignee_account_id is not null))
  )`,
  `create unique index one_open_task_per_application on review_task (application_id) where status in ('open', 'claimed')`,
  `create index review_task_queue on review_task (organ_code, status, due_at, id)`,
  `create table decision (
    id uuid primary key,
    review_task_id uuid not null constraint one_decision_per_task unique references review_task (id) deferrable initially deferred,
    application_id uuid not null references application (id) deferrable initially deferred,
    round int not null,
    version int not null,
    reviewer_account_id uuid not null,
    staff_no text not null,
    organ_code text not null,
    organ_name text not null,
    outcome text not null,
    reason_code text,
    opinion text not null,
    notice jsonb not null,
    target_organ_code text,
    target_organ_name text,
    decided_at timestamptz not null,
    applied_at timestamptz
  )`,
  `create index decision_of on decision (application_id, id)`,
  `create table review_note (
    id uuid primary key,
    application_id uuid not null references application (id) deferrable initially deferred,
    staff_no text not null,
    text text not null,
    at timestamptz not null
  )`,
  `create index review_note_of on review_note (application_id, id)`,
];

const filings = [
  `create table filing (
    id uuid primary key,
    number char(15) not null constraint filing_number_once unique,
    application_id uuid not null constraint one_filing_per_registration unique references application (id) deferrable initially deferred,
    uscc char(18) not null,
    system_name text not null,
    county_code char(6) not null,
    organ_code text not null,
    organ_name text not null,
    status text not null,
    version int not null,
    registered_at timestamptz not null
  )`,
  `create index filing_by_unit on filing (uscc, system_name)`,
  `create table filing_version (
    id uuid primary key,
    filing_id uuid not null references filing (id) deferrable initially deferred,
    number int not null,
    content jsonb not null,
    sealed bytea not null,
    document_ids jsonb not null,
    effective_from timestamptz not null,
    constraint version_once_per_filing unique (filing_id, number)
  )`,
  `create table holding (
    id uuid primary key,
    filing_id uuid not null references filing (id) deferrable initially deferred,
    account_id uuid not null,
    from_at timestamptz not null,
    until_at timestamptz
  )`,
  `create unique index one_holder_per_filing on holding (filing_id) where until_at is null`,
  `create index holding_own on holding (account_id) where until_at is null`,
  `create table device (
    filing_id uuid not null references filing (id) deferrable initially deferred,
    serial int not null,
    row jsonb not null,
    primary key (filing_id, serial)
  )`,
  `create table filing_serial (
    county_code char(6) not null,
    kind text not null,
    last int not null check (last <= 999999),
    primary key (county_code, kind)
  )`,
];
