import type { ReplayOutcome } from '@beian/contracts/dead-letters.ts';
import type { Actor } from '../actor.ts';
import { handleOnce, type Handlers } from '../consumer.ts';
import { mutate, type MutateDeps } from '../mutate.ts';
import type { Nats } from '../nats.ts';
import { problem } from '../problem.ts';
import { faultReason } from './fault-reason.ts';
import { requireOperator } from './list-dead-letters.ts';

export type ReplayDeps = MutateDeps & {
  nats?: Nats | undefined;
  /** The consumer of this service, if it has one. */
  consumer?: { durable: string; handle: Handlers };
};
type Parked = { payload: unknown; stream_seq: string | null; deliveries: number };

/** Tries once more what was given up (I43). What fails again stays, with the reason of now; what was handled meanwhile has no second effect. */
export async function replayDeadLetter(deps: ReplayDeps, by: Actor, id: string): Promise<ReplayOutcome> {
  const operator = requireOperator(by);
  const [source = '', key = ''] = id.split(/\/(.*)/s);
  return source === 'outbox' ? sendAgain(deps, operator, key) : handleAgain(deps, operator, source, key);
}

async function handleAgain(
  deps: ReplayDeps,
  operator: Actor,
  consumer: string,
  eventId: string,
): Promise<ReplayOutcome> {
  const { durable, handle } = deps.consumer ?? {};
  const [parked] = await deps.orm.em
    .fork()
    .execute<Parked[]>('select payload, stream_seq, deliveries from parked_event where consumer = ? and event_id = ?', [
      consumer,
      eventId,
    ]);
  if (!parked || !handle || durable !== consumer) throw problem('not-found');
  const reason = await handleOnce(deps, consumer, handle, parked.payload ?? (await fromStream(deps, parked))).then(
    () => undefined,
    faultReason,
  );
  await mutate(deps, operator, { action: 'event.replay' }, async (change) => {
    const where = 'where consumer = ? and event_id = ?';
    if (reason === undefined) {
      await change.em.execute(`delete from parked_event ${where}`, [consumer, eventId], 'run');
    } else {
      const again = [reason, parked.deliveries + 1, consumer, eventId];
      await change.em.execute(`update parked_event set reason = ?, deliveries = ? ${where}`, again, 'run');
    }
    change.record({ subject: eventId, data: { consumer, replayed: reason === undefined } });
  });
  return reason === undefined ? { replayed: true } : { replayed: false, reason };
}

/** What could not be read when it was parked: a newer version of the service may read it. */
async function fromStream({ nats }: ReplayDeps, { stream_seq: seq }: Parked): Promise<unknown> {
  if (!nats || seq === null) throw problem('not-found');
  const { manager } = await nats.jetstream();
  const message = await manager.streams.getMessage(nats.stream, { seq: Number(seq) });
  if (!message) throw problem('not-found');
  const text = message.string();
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text; // which no handler reads: the reason says so again
  }
}

/** Lets the relay try a parked row again, and with it what waits behind it. */
async function sendAgain(deps: ReplayDeps, operator: Actor, seq: string): Promise<ReplayOutcome> {
  if (!/^\d{1,18}$/.test(seq)) throw problem('not-found');
  await mutate(deps, operator, { action: 'event.replay' }, async (change) => {
    const freed = await change.em.execute<{ aggregate: string }[]>(
      `update outbox set parked_at = null, attempts = 0, next_attempt_at = ? where seq = ? and parked_at is not null
       returning aggregate`,
      [change.now, seq],
    );
    if (!freed[0]) throw problem('not-found');
    change.record({ subject: freed[0].aggregate, data: { outbox: Number(seq) } });
    change.after(() => deps.relay.nudge());
  });
  return { replayed: true };
}
