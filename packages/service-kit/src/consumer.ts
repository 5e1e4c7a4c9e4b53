import { DriverException } from '@mikro-orm/core';
import {
  AckPolicy,
  DeliverPolicy,
  JetStreamApiError,
  type ConsumerConfig,
  type ConsumerMessages,
  type JetStreamManager,
  type JsMsg,
} from '@nats-io/jetstream';
import { parseEvent, type BeianEvent, type EventType } from '@beian/contracts/events.ts';
import { parkEvent, type Delivered } from './dead-letters/park-event.ts';
import { isDatabaseAway } from './database.ts';
import { mutate, type Change, type MutateDeps } from './mutate.ts';
import type { Nats } from './nats.ts';
import { step } from './steps.ts';

export type Handlers = { [T in EventType]?: (change: Change, event: BeianEvent<T>) => Promise<void> };
export type ConsumerDeps = MutateDeps & { nats: Nats };
/** `maxTries`: how often an event is tried before it is parked. */
export type ConsumerOptions = { durable: string; handle: Handlers; maxTries?: number };

/** About a minute of trying. */
const defaultTries = 8;
const ackWaitNs = 30e9;
const awayMs = 1000;
/** NATS: a consumer of this name is there, with other settings. */
const madeOtherwise = 10148;

/**
 * A durable pull consumer. Each event is handled in one transaction together with its inbox row, so a second delivery does nothing;
 * it is acknowledged after the commit. An event that fails `maxTries` times, cannot be parsed, or holds what the database refuses, is
 * parked; while the database is away no event is to blame, however often it comes.
 */
export function startConsumer(deps: ConsumerDeps, options: ConsumerOptions) {
  const { durable, handle } = options;
  let stopped = false;
  let messages: ConsumerMessages | undefined;
  /** How often events have failed here though the database answered, by their place in the stream. */
  const failures = new Map<number, number>();
  const subjects = (Object.keys(handle) as EventType[]).map((type) => deps.nats.subjectOf(type));

  const consume = async () => {
    const { js, manager } = await deps.nats.jetstream();
    await ensureConsumer(manager, deps.nats.stream, {
      durable_name: durable,
      ack_policy: AckPolicy.Explicit,
      deliver_policy: DeliverPolicy.All,
      filter_subjects: subjects,
      ack_wait: ackWaitNs,
      max_ack_pending: 256,
    });
    const consumer = await js.consumers.get(deps.nats.stream, durable);
    // A consumer that is gone, as on a server that was put back from an older copy, ends the loop: it is made anew.
    messages = await consumer.consume({ max_messages: 64, abort_on_missing_resource: true });
    if (stopped) messages.stop();
    for await (const message of messages) await deliver(deps, { ...options, failures }, message);
  };

  const run = async () => {
    while (!stopped) {
      await consume().catch((error: unknown) => {
        deps.nats.forget();
        deps.log.warn({ durable, err: error }, 'consumer.interrupted');
      });
      if (!stopped) await new Promise((resolve) => setTimeout(resolve, 1000));
    }
  };
  const running = run();
  return {
    stop: async (): Promise<void> => {
      stopped = true;
      messages?.stop();
      // A connection attempt may still be under way; the process does not wait for it.
      await Promise.race([running, new Promise((resolve) => setTimeout(resolve, 3000))]);
    },
  };
}

/** Makes the durable consumer; one that another version of the service has made is given what this version asks for. */
async function ensureConsumer(
  manager: JetStreamManager,
  stream: string,
  config: Partial<ConsumerConfig> & { durable_name: string },
): Promise<void> {
  await manager.consumers.add(stream, config).catch(async (error: unknown) => {
    if (!(error instanceof JetStreamApiError) || error.code !== madeOtherwise) throw error;
    await manager.consumers.update(stream, config.durable_name, config);
  });
}

type Course = ConsumerOptions & { failures: Map<number, number> };

async function deliver(deps: ConsumerDeps, course: Course, message: JsMsg): Promise<void> {
  const { durable, handle, maxTries = defaultTries, failures } = course;
  const { seq } = message;
  try {
    step('consumer', durable, 'received');
    await handleOnce(deps, durable, handle, message.json());
    step('consumer', durable, 'handled');
    failures.delete(seq);
    message.ack();
    step('consumer', durable, 'acknowledged');
  } catch (error) {
    deps.log.warn({ durable, seq, deliveries: message.info.deliveryCount, err: error }, 'consumer.failed');
    if (isDatabaseAway(error) || !(await answers(deps))) {
      message.nak(awayMs);
      return;
    }
    const tries = (failures.get(seq) ?? 0) + 1;
    failures.set(seq, tries);
    if (tries < maxTries && !isHopeless(error)) {
      message.nak(Math.min(30_000, 200 * 2 ** tries));
      return;
    }
    failures.delete(seq);
    await parkEvent(deps, durable, delivered(message), error)
      .then(() => message.term('parked'))
      .catch((parking: unknown) => {
        deps.log.error({ durable, err: parking }, 'consumer.not-parked');
        message.nak(5000);
      });
  }
}

/** Whether the database is there: else nothing that is handled can succeed. */
const answers = ({ orm }: ConsumerDeps): Promise<boolean> =>
  orm.em
    .fork()
    .execute('select 1')
    .then(
      () => true,
      () => false,
    );

const delivered = (message: JsMsg): Delivered => ({
  text: message.string(),
  streamSeq: message.seq,
  deliveries: message.info.deliveryCount,
  messageId: message.headers?.get('Nats-Msg-Id') || undefined,
});

/** It cannot be read, or says what the database does not take (data exceptions, a check that fails): another try ends in the same way. */
const isHopeless = (error: unknown) =>
  error instanceof SyntaxError ||
  error instanceof RangeError ||
  (error instanceof Error && error.name === 'ZodError') ||
  (error instanceof DriverException && /^(22...|23514)$/.test(String(error.code)));

/** Handles one event unless this consumer has handled it already. Exported for rebuilding read models and for tests. */
export async function handleOnce(deps: MutateDeps, consumer: string, handle: Handlers, value: unknown): Promise<void> {
  const { type, event } = parseEvent(value);
  const handler = handle[type] as ((change: Change, event: BeianEvent) => Promise<void>) | undefined;
  if (!handler) return;
  await mutate(deps, { kind: 'system', name: consumer }, { action: `consume.${type}` }, async (change) => {
    const fresh = await change.em.execute<unknown[]>(
      'insert into inbox (consumer, event_id, received_at) values (?, ?, ?) on conflict do nothing returning event_id',
      [consumer, event.id, change.now],
    );
    change.record({ subject: event.subject, data: { eventId: event.id, repeated: fresh.length === 0 } });
    if (fresh.length > 0) await handler(change, event);
  });
}
