import type { Orm, SqlEntityManager } from './database.ts';
import type { Log } from './log.ts';
import type { StreamState } from './nats.ts';

/** An outbox row that JetStream has acknowledged, and its place in the stream. */
export type SentEvent = { seq: string; streamSeq: number };

/** Moves events that were sent from the outbox into the archive, in the transaction that sent them. */
export async function archiveSent(em: SqlEntityManager, sent: readonly SentEvent[]): Promise<void> {
  await em.execute(
    `with sent as (select * from json_to_recordset(?) as s (seq bigint, "streamSeq" bigint)),
       gone as (delete from outbox o using sent where o.seq = sent.seq returning o.*, sent."streamSeq")
     insert into sent_event (seq, id, aggregate, payload, created_at, sent_at, stream_seq)
       select seq, id, aggregate, payload, created_at, now(), "streamSeq" from gone`,
    [JSON.stringify(sent)],
    'run',
  );
}

/**
 * A stream that its server has lost, all of it or its end, is filled again: what was sent before goes back into the outbox, at its old
 * place, so that the order per aggregate holds and newer events wait. Consumers know by their inbox what they have handled.
 */
export async function resendWhatIsLost(orm: Orm, stream: StreamState, log: Log): Promise<void> {
  await orm.em.fork().transactional(async (em) => {
    await em.execute('insert into event_stream (made_at) values (?) on conflict do nothing', [stream.madeAt], 'run');
    const [known] = await em.execute<{ made_at: string; last: string | null }[]>(
      'select made_at, (select max(stream_seq) from sent_event) as last from event_stream for update of event_stream',
    );
    if (known?.made_at === stream.madeAt && Number(known.last ?? 0) <= stream.lastSeq) return;
    const [again] = await em.execute<{ events: string }[]>(
      `with lost as (delete from sent_event returning *),
         again as (insert into outbox (seq, id, lane, aggregate, payload, created_at, next_attempt_at)
           select seq, id, 'event', aggregate, payload, created_at, now() from lost returning id)
       select count(*) as events from again`,
    );
    await em.execute('update event_stream set made_at = ?', [stream.madeAt], 'run');
    log.warn({ events: Number(again?.events), madeAt: stream.madeAt }, 'event stream was lost: events are sent again');
  });
}

/**
 * Keeps `resendWhatIsLost` from passing while a batch is under way: what an older stream has acknowledged meanwhile is archived before it
 * looks. Rejects when another stream is known by now.
 */
export async function holdStream(em: SqlEntityManager, { madeAt }: StreamState): Promise<void> {
  const [known] = await em.execute<{ made_at: string }[]>('select made_at from event_stream for share');
  if (known?.made_at !== madeAt) throw new Error('the event stream was made anew');
}
