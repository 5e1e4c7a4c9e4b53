import { Migration } from '@mikro-orm/migrations';

/** Notifications, what has been read of them, what goes out of the platform, and who wants it where. */
export class NotificationsMigration extends Migration {
  override name = '0001-notifications';

  override up(): void {
    for (const statement of statements) this.addSql(statement);
  }
}

const statements = [
  `create table notification (
    id uuid primary key,
    seq bigint generated always as identity constraint notification_seq unique,
    entry_id uuid not null,
    audience text not null,
    addressee text not null check (addressee in ('filer', 'recipient', 'staff')),
    entry text not null,
    application_kind text not null,
    application_id uuid not null,
    application_number text not null,
    organ_code text not null,
    filing_numbers jsonb not null,
    due_at timestamptz,
    at timestamptz not null,
    created_at timestamptz not null,
    settled_at timestamptz,
    constraint one_notification_per_entry_and_audience unique (entry_id, audience)
  )`,
  `create index notification_of_audience on notification (audience, seq desc)`,
  `create index notification_of_application on notification (application_id)`,
  `create table read_mark (
    account_id uuid not null,
    notification_id uuid not null references notification (id) on delete cascade,
    at timestamptz not null,
    primary key (account_id, notification_id)
  )`,
  `create index read_mark_of_notification on read_mark (notification_id)`,
  `create table delivery (
    id uuid primary key,
    channel text not null check (channel in ('email', 'sms')),
    template text not null check (template in ('notification', 'email_code')),
    account_id uuid not null,
    notification_id uuid references notification (id) on delete cascade,
    verification_id uuid,
    state text not null check (state in ('queued', 'sent', 'failed', 'given_up')),
    attempts int not null default 0,
    next_attempt_at timestamptz not null,
    last_error text,
    created_at timestamptz not null,
    sent_at timestamptz,
    constraint delivery_is_about_one_thing check (num_nonnulls(notification_id, verification_id) = 1)
  )`,
  `create index delivery_due on delivery (next_attempt_at) where state in ('queued', 'failed')`,
  `create index delivery_of_notification on delivery (notification_id)`,
  `create table mail_setting (
    account_id uuid primary key,
    sealed bytea,
    verified_at timestamptz,
    verification_id uuid,
    code_expires_at timestamptz,
    code_tries int not null default 0,
    code_sent_at timestamptz,
    codes_since timestamptz,
    codes int not null default 0,
    wanted jsonb not null
  )`,
];
