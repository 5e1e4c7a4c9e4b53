import { Migration } from '@mikro-orm/migrations';

/** Events that were sent are kept, for a stream that is lost; parked events say why without quoting what they failed on. */
export class EventArchiveMigration extends Migration {
  override name = '0000-kit-event-archive';

  override up(): void {
    this.addSql(`
      create table sent_event (
        seq bigint primary key,
        id uuid not null unique,
        aggregate text not null,
        payload jsonb not null,
        created_at timestamptz not null,
        sent_at timestamptz not null,
        stream_seq bigint not null
      )`);
    this.addSql(`create index sent_event_stream_seq on sent_event (stream_seq)`);
    this.addSql(`
      create table event_stream (
        only_one boolean primary key default true check (only_one),
        made_at text not null
      )`);
    // A second request has the first answer letter by letter: jsonb puts its keys into another order.
    this.addSql(`alter table idempotency_key alter column result type json using result::json`);
    this.addSql(`
      alter table parked_event
        add column type text, add column subject text, add column stream_seq bigint, add column deliveries int not null default 1`);
    this.addSql(`alter table parked_event rename column error to reason`);
    // An error's message may have quoted a person, and a payload that could not be read anything at all.
    this.addSql(`update parked_event set reason = split_part(reason, ':', 1), payload = null`);
  }
}
