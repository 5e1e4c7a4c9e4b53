import type { WorkflowMessage } from '@beian/contracts/workflows.ts';
import type { Orm, SqlEntityManager } from './database.ts';
import { eventSender } from './event-lane.ts';
import type { Log } from './log.ts';
import type { Nats } from './nats.ts';
import { sendWorkflowMessage } from './send-workflow-message.ts';
import { step } from './steps.ts';
import type { Temporal } from './temporal.ts';

export type Relay = ReturnType<typeof startRelay>;
type Row = { seq: string; id: string; payload: unknown; attempts: number };
type Lane = 'event' | 'workflow';
/** How the rows of a lane leave. */
export type Sender = {
  /** Before each batch. */
  prepare?(): Promise<void>;
  /** In the transaction of a batch, before anything of it is sent. */
  hold?(em: SqlEntityManager): Promise<void>;
  /** Answers the place that the other side gave it, if it gives one. */
  send(row: Row): Promise<number | undefined>;
  /** Takes rows that were sent out of the outbox; at least one. */
  remove(em: SqlEntityManager, sent: { row: Row; receipt: number | undefined }[]): Promise<void>;
};

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
  const lanes = [
    ...(nats ? [startLane(orm, log, 'event', eventSender({ orm, log, nats }))] : []),
    ...(temporal ? [startLane(orm, log, 'workflow', workflowSender(temporal, log))] : []),
  ];
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

/** Messages go to Temporal and are gone: its histories keep them. */
const workflowSender = (temporal: Temporal, log: Log): Sender => ({
  send: async ({ payload }) => {
    await sendWorkflowMessage(temporal, payload as WorkflowMessage, log);
    return undefined;
  },
  remove: async (em, sent) => {
    await em.execute(
      `delete from outbox where seq in (${sent.map(() => '?').join(',')})`,
      sent.map(({ row }) => row.seq),
      'run',
    );
  },
});

function startLane(orm: Orm, log: Log, lane: Lane, sender: Sender) {
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
      const outcome = await sendBatch(orm, lane, sender).catch((error: unknown) => ({ sent: 0, error }));
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
async function sendBatch(orm: Orm, lane: Lane, sender: Sender): Promise<Outcome> {
  await sender.prepare?.();
  return orm.em.fork().transactional(async (em) => {
    await sender.hold?.(em);
    const rows = await em.execute<Row[]>(headsOfLane, [lane, new Date()]);
    if (rows.length === 0) return { sent: 0 };
    step('relay', lane, 'taken');
    const results = await Promise.allSettled(rows.map((row) => sender.send(row)));
    step('relay', lane, 'sent');
    const sent = rows.flatMap((row, i) => {
      const result = results[i];
      return result?.status === 'fulfilled' ? [{ row, receipt: result.value }] : [];
    });
    if (sent.length > 0) await sender.remove(em, sent);
    step('relay', lane, 'removed');
    const errors = results.flatMap((result, i) => {
      const row = rows[i];
      return result.status === 'rejected' && row ? [{ row, reason: result.reason as unknown }] : [];
    });
    // If nothing got through, the server is away and no message is to blame: attempts are not counted.
    for (const { row, reason } of errors) await noteFailure(em, row, reason, sent.length > 0);
    const [first] = errors;
    return first && sent.length === 0 ? { sent: 0, error: first.reason } : { sent: sent.length };
  });
}

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
