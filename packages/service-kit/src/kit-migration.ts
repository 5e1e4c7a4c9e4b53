import { Migration } from '@mikro-orm/migrations';

/** Tables that every service has: outbox, inbox, parked events, audit entries, idempotency keys. */
export class KitMigration extends Migration {
  override name = '0000-kit';

  override up(): void {
    this.addSql(`
      create table outbox (
        seq bigserial primary key,
        id uuid not null unique,
        lane text not null check (lane in ('event', 'workflow')),
        aggregate text not null,
        payload jsonb not null,
        created_at timestamptz not null,
        attempts int not null default 0,
        next_attempt_at timestamptz not null,
        last_error text,
        parked_at timestamptz
      )`);
    this.addSql(`create index outbox_unsent on outbox (lane, aggregate, seq) where parked_at is null`);
    this.addSql(`
      create table inbox (
        consumer text not null,
        event_id uuid not null,
        received_at timestamptz not null,
        primary key (consumer, event_id)
      )`);
    this.addSql(`
      create table parked_event (
        consumer text not null,
        event_id text not null,
        payload jsonb,
        error text not null,
        at timestamptz not null,
        primary key (consumer, event_id)
      )`);
    this.addSql(`
      create table audit_entry (
        seq bigserial primary key,
        id uuid not null unique,
        at timestamptz not null,
        actor_kind text not null,
        actor_id text,
        action text not null,
        subject text not null,
        data jsonb not null default '{}',
        request_id text
      )`);
    this.addSql(`create index audit_entry_subject on audit_entry (subject, seq)`);
    this.addSql(`
      create function audit_entry_is_append_only() returns trigger language plpgsql as $$
      begin
        raise exception 'audit_entry is append-only';
      end $$`);
    this.addSql(`
      create trigger audit_entry_append_only before update or delete or truncate on audit_entry
      for each statement execute function audit_entry_is_append_only()`);
    this.addSql(`
      create table idempotency_key (
        actor text not null,
        key text not null,
        fingerprint text not null,
        result jsonb,
        created_at timestamptz not null,
        primary key (actor, key)
      )`);
  }
}
