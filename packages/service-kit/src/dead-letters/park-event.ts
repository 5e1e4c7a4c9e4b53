import { parseEvent } from '@beian/contracts/events.ts';
import { mutate, type MutateDeps } from '../mutate.ts';
import { faultReason } from './fault-reason.ts';

/** A message of the stream: its text, its place, how often it was delivered, and the id that it was sent under. */
export type Delivered = { text: string; streamSeq: number; deliveries: number; messageId: string | undefined };

/**
 * Puts an event aside that a consumer cannot handle, so that those behind it go on (I43). Its payload is kept when it is an event of the
 * catalogue, which holds no personal data; what cannot be read stays in the stream alone.
 */
export async function parkEvent(
  deps: MutateDeps,
  consumer: string,
  { text, streamSeq, deliveries, messageId }: Delivered,
  error: unknown,
): Promise<void> {
  const event = readable(text);
  const eventId = event?.id ?? messageId ?? `seq-${streamSeq}`;
  await mutate(deps, { kind: 'system', name: consumer }, { action: 'event.park' }, async (change) => {
    await change.em.execute(
      `insert into parked_event (consumer, event_id, type, subject, payload, reason, stream_seq, deliveries, at)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?)
       on conflict (consumer, event_id) do update set reason = excluded.reason, deliveries = excluded.deliveries`,
      [
        consumer,
        eventId,
        event?.type ?? null,
        event?.subject ?? null,
        event ? JSON.stringify(event) : null,
        faultReason(error),
        streamSeq,
        deliveries,
        change.now,
      ],
      'run',
    );
    change.record({ subject: event?.subject ?? eventId, data: { eventId, streamSeq } });
  });
}

function readable(text: string) {
  try {
    return parseEvent(JSON.parse(text)).event;
  } catch {
    return undefined; // why it cannot be read is the reason that is kept
  }
}
