import type { EntityName, FilterQuery, RequiredEntityData } from '@mikro-orm/core';
import { DriverException, LockMode } from '@mikro-orm/core';
import { type EventData, eventData, type EventType } from '@beian/contracts/events.ts';
import type { ProblemCode } from '@beian/contracts/problems.ts';
import type { WorkflowMessage } from '@beian/contracts/workflows.ts';
import type { Actor } from './actor.ts';
import { appendEntries, type NewEntry } from './audit/append-entries.ts';
import type { Clock } from './clock.ts';
import type { Orm, SqlEntityManager } from './database.ts';
import { claimKey, storeResult } from './idempotency.ts';
import { newId } from './ids.ts';
import type { Log } from './log.ts';
import { placeholders } from './placeholders.ts';
import { problem } from './problem.ts';
import { step } from './steps.ts';

export type MutateDeps = {
  orm: Orm;
  clock: Clock;
  log: Log;
  relay: { nudge(): void };
  /** The service's name, source of its events. */
  service: string;
  /** Which problem a violated constraint means. */
  constraints?: Readonly<Record<string, ProblemCode>>;
};

export type Act = {
  /** What is done, as the audit row names it: `application.submit`. */
  action: string;
  requestId?: string;
  /** From the Idempotency-Key header and a hash of route and body. The result must be JSON. */
  idempotency?: { key: string; fingerprint: string } | undefined;
};

/** What a use case may do inside its transaction. */
export type Change = {
  em: SqlEntityManager;
  now: Date;
  /** A new row; written at commit. */
  create<T extends object>(entity: EntityName<T>, data: RequiredEntityData<T>): T;
  /** Locks the row until commit (`for update`) and reads it as it is now; `not-found` when there is none. */
  lock<T extends object>(entity: EntityName<T>, where: FilterQuery<NoInfer<T>>): Promise<T>;
  /** An event of the catalogue, published after commit, in order per subject. */
  emit<T extends EventType>(type: T, event: { subject: string; sequence?: number; data: EventData<T> }): void;
  /** A message to Temporal, sent after commit, in order per workflow. */
  tell(message: WorkflowMessage): void;
  /** The audit row: whose data, and codes or ids that say what; never personal data. */
  record(entry: { subject: string; action?: string; data?: Record<string, unknown> }): void;
  /** Runs after the commit; for nudges, never for writes. */
  after(run: () => void): void;
};

type OutboxRow = { id: string; lane: 'event' | 'workflow'; aggregate: string; payload: unknown };

/**
 * The only way to write: rows, audit entry, events and workflow messages commit together or not at all.
 * Throws what the work throws; a violated constraint becomes the problem that `deps.constraints` names for it.
 */
export async function mutate<T>(
  deps: MutateDeps,
  actor: Actor,
  act: Act,
  work: (change: Change) => Promise<T>,
): Promise<T> {
  const afterwards: (() => void)[] = [];
  const passes = (at: string) => step('mutate', act.action, at);
  try {
    const result = await deps.orm.em.fork().transactional(async (em) => {
      const now = deps.clock.now();
      const stored = act.idempotency ? await claimKey<T>(em, actor, act.idempotency, now) : undefined;
      if (stored) return stored.result;
      passes('begun');
      const outbox: OutboxRow[] = [];
      const audit: NewEntry[] = [];
      const answer = await work(changeOf({ deps, em, now, act, outbox, audit, afterwards }));
      if (audit.length === 0) throw new Error(`${act.action} writes without an audit row`);
      passes('worked');
      await em.flush();
      passes('flushed');
      await writeOutbox(em, outbox, now);
      passes('told');
      if (act.idempotency) await storeResult(em, actor, act.idempotency, answer);
      passes('answered');
      // Last: from here to the commit every other writer of the service waits.
      await appendEntries(em, audit, { actor, requestId: act.requestId, now });
      passes('audited');
      if (outbox.length > 0) afterwards.push(() => deps.relay.nudge());
      return answer;
    });
    passes('committed');
    for (const run of afterwards) run();
    return result;
  } catch (error) {
    throw translated(error, deps.constraints ?? {});
  }
}

function changeOf(parts: {
  deps: MutateDeps;
  em: SqlEntityManager;
  now: Date;
  act: Act;
  outbox: OutboxRow[];
  audit: NewEntry[];
  afterwards: (() => void)[];
}): Change {
  const { deps, em, now, act, outbox, audit, afterwards } = parts;
  return {
    em,
    now,
    create: (entity, data) => {
      const row = em.create(entity, data);
      em.persist(row);
      return row;
    },
    lock: async (entity, where) => {
      const row = await em.findOne(entity, where, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });
      if (!row) throw problem('not-found');
      return row;
    },
    emit: (type, event) => {
      const id = newId();
      const payload = {
        specversion: '1.0',
        id,
        source: `beian/${deps.service}`,
        type: `beian.${type}`,
        time: now.toISOString(),
        subject: event.subject,
        ...(event.sequence === undefined ? {} : { sequence: event.sequence }),
        datacontenttype: 'application/json',
        // Strict parsing here keeps a stray (personal) field out of every event.
        data: eventData[type].parse(event.data),
      };
      outbox.push({ id, lane: 'event', aggregate: event.subject, payload });
    },
    tell: (message) => outbox.push({ id: newId(), lane: 'workflow', aggregate: message.workflowId, payload: message }),
    record: ({ subject, action = act.action, data = {} }) => void audit.push({ subject, action, data }),
    after: (run) => void afterwards.push(run),
  };
}

async function writeOutbox(em: SqlEntityManager, rows: OutboxRow[], now: Date): Promise<void> {
  if (rows.length === 0) return;
  await em.execute(
    `insert into outbox (id, lane, aggregate, payload, created_at, next_attempt_at) values ${placeholders(rows.length, 6)}`,
    rows.flatMap((row) => [row.id, row.lane, row.aggregate, JSON.stringify(row.payload), now, now]),
    'run',
  );
}

function translated(error: unknown, constraints: Readonly<Record<string, ProblemCode>>): unknown {
  // Any named constraint: MikroORM has no class for exclusion constraints.
  if (!(error instanceof DriverException)) return error;
  const constraint = 'constraint' in error && typeof error.constraint === 'string' ? error.constraint : '';
  const code = constraints[constraint];
  return code === undefined ? error : problem(code, { cause: error });
}
