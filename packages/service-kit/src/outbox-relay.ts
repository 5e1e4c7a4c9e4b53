import type { Envelope, EventType } from '@beian/contracts/events.ts';
import type { WorkflowMessage } from '@beian/contracts/workflows.ts';
import type { Orm, SqlEntityManager } from './database.ts';
import type { Log } from './log.ts';
import type { Nats } from './nats.ts';
import { sendWorkflowMessage } from './send-workflow-message.ts';
import type { Temporal } from './temporal.ts';

export type Relay = ReturnType<typeof startRelay>;
type Row = { seq: string; id: string; payload: unknown; attempts: number };
type Lane = 'event' | 'workflow';

const batchSize = 64;
const pollMs = 1000;
const maxBackoffMs = 30_000;
/** A message that fails this often while others get through is parked and holds back only its own aggregate. */
const parkAfter = 20;

// The first unsent row of each aggregate; rows that another relay holds are skipped. A parked row keeps its place, so that order is never broken.
const headsOfLane = `
  select o.seq, o.id, o.payload, o.attempts from outbox o
  where o.lane = ? and o.parked_at is null and o.next_attempt_at <= ?
    and not exists (select 1 from outbox e where e.lane = o.lane and e.aggregate = o.aggregate and e.seq < o.seq)
  order by o.seq limit ${batchSize} for update of o skip locked`;

/**
 * Sends what `mutate` has committed: events to JetStream, messages to Temporal. Each lane goes on when the other's server is away.
 * At least once; message id = event id, and consumers have an inbox.
 */
export function startRelay(deps: { orm: Orm; log: Log; nats?: Nats; temporal?: Temporal }) {
  const { orm, log, nats, temporal } = deps;
  const senders: Partial<Record<Lane, (row: Row) => Promise<void>>> = {
    ...(nats ? { event: (row: Row) => publish(nats, row) } : {}),
    ...(temporal ? { workflow: (row: Row) => sendWorkflowMessage(temporal, row.payload as WorkflowMessage, log) } : {}),
  };
  const lanes = (Object.keys(senders) as Lane[]).map((lane) => startLane(orm, log, lane, senders[lane]));
  return {
    /** Called after a commit: try at once. */
    nudge: (): void => {
      for (const lane of lanes) lane.nudge();
    },
    /** Rows not sent yet, for the metrics. */
    depth: async (): Promise<number> => {
      const [row] = await orm.em.fork().execute<{ count: string }[]>('select count(*) from outbox');
      return Number(row?.count ?? 0);
    },
    stop: async (): Promise<void> => {
      await Promise.all(lanes.map((lane) => lane.stop()));
    },
  };
}

async function publish(nats: Nats, row: Row): Promise<void> {
  const envelope = row.payload as Envelope;
  const { js } = await nats.jetstream();
  const type = envelope.type.slice('beian.'.length) as EventType;
  await js.publish(nats.subjectOf(type), JSON.stringify(envelope), { msgID: row.id }).catch((error: unknown) => {
    nats.forget();
    throw error;
  });
}

function startLane(orm: Orm, log: Log, lane: Lane, send: ((row: Row) => Promise<void>) | undefined) {
  let stopped = false;
  let failures = 0;
  let wake: (() => void) | undefined;
  let nudged = false;

  const sleep = (ms: number, interruptible: boolean) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(done, ms);
      function done() {
        clearTimeout(timer);
        wake = undefined;
        resolve();
      }
      // While the server is away a nudge must not turn the back-off into a hot loop.
      wake = interruptible ? done : undefined;
    });

  const run = async () => {
    while (!stopped) {
      nudged = false;
      const outcome = await sendBatch(orm, lane, send).catch((error: unknown) => ({ sent: 0, error }));
      if (outcome.error !== undefined) {
        failures += 1;
        log.warn({ lane, failures, err: outcome.error }, 'relay.failed');
      } else failures = 0;
      if (stopped) return;
      if (failures > 0) await sleep(backoff(failures), false);
      else if (outcome.sent === 0 && !nudged) await sleep(pollMs, true);
    }
  };
  const running = run();
  return {
    nudge: () => {
      nudged = true;
      wake?.();
    },
    stop: async () => {
      stopped = true;
      wake?.();
      await running;
    },
  };
}

/** 100 ms, doubled up to 30 s, with jitter so that relays do not come back in step. */
const backoff = (failures: number): number =>
  Math.min(maxBackoffMs, 100 * 2 ** Math.min(failures, 12)) * (0.5 + Math.random() / 2);

type Outcome = { sent: number; error?: unknown };

/** One transaction: lock the heads, send them side by side, delete what was sent, note what failed. */
const sendBatch = (orm: Orm, lane: Lane, send: ((row: Row) => Promise<void>) | undefined): Promise<Outcome> =>
  orm.em.fork().transactional(async (em) => {
    const rows = await em.execute<Row[]>(headsOfLane, [lane, new Date()]);
    if (rows.length === 0 || !send) return { sent: 0 };
    const results = await Promise.allSettled(rows.map((row) => send(row)));
    const sent = rows.filter((_, i) => results[i]?.status === 'fulfilled');
    if (sent.length > 0) {
      await em.execute(
        `delete from outbox where seq in (${sent.map(() => '?').join(',')})`,
        sent.map((row) => row.seq),
        'run',
      );
    }
    const errors = results.flatMap((result, i) => {
      const row = rows[i];
      return result.status === 'rejected' && row ? [{ row, reason: result.reason as unknown }] : [];
    });
    // If nothing got through, the server is away and no message is to blame: attempts are not counted.
    for (const { row, reason } of errors) await noteFailure(em, row, reason, sent.length > 0);
    const [first] = errors;
    return first && sent.length === 0 ? { sent: 0, error: first.reason } : { sent: sent.length };
  });

async function noteFailure(em: SqlEntityManager, row: Row, reason: unknown, blame: boolean): Promise<void> {
  const attempts = row.attempts + (blame ? 1 : 0);
  const next = new Date(Date.now() + (blame ? backoff(attempts) : 0));
  const text = reason instanceof Error ? `${reason.name}: ${reason.message}` : String(reason);
  await em.execute(
    'update outbox set attempts = ?, next_attempt_at = ?, last_error = ?, parked_at = ? where seq = ?',
    [attempts, next, text.slice(0, 500), attempts >= parkAfter ? new Date() : null, row.seq],
    'run',
  );
}
