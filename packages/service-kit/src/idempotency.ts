import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import type { Actor } from './actor.ts';
import type { Orm, SqlEntityManager } from './database.ts';
import { problem } from './problem.ts';

export type Idempotency = { key: string; fingerprint: string };

const actorKey = (actor: Actor): string => ('accountId' in actor ? actor.accountId : actor.kind);

/**
 * Claims a key inside the transaction. A second request with the key waits on the primary key until the first commits,
 * then gets its result; another body is `idempotency.conflict`. Undefined means: do the work.
 */
export async function claimKey<T>(
  em: SqlEntityManager,
  actor: Actor,
  { key, fingerprint }: Idempotency,
  now: Date,
): Promise<{ result: T } | undefined> {
  const claimed = await em.execute<{ key: string }[]>(
    'insert into idempotency_key (actor, key, fingerprint, created_at) values (?, ?, ?, ?) on conflict do nothing returning key',
    [actorKey(actor), key, fingerprint, now],
  );
  return claimed.length > 0 ? undefined : firstAnswer<T>(em, actor, { key, fingerprint });
}

/** What the first request with a key was answered; undefined when there was none. Another body is `idempotency.conflict`. */
async function firstAnswer<T>(
  em: SqlEntityManager,
  actor: Actor,
  { key, fingerprint }: Idempotency,
): Promise<{ result: T } | undefined> {
  const [stored] = await em.execute<{ fingerprint: string; result: T }[]>(
    'select fingerprint, result from idempotency_key where actor = ? and key = ?',
    [actorKey(actor), key],
  );
  if (!stored) return undefined;
  if (stored.fingerprint !== fingerprint) throw problem('idempotency.conflict');
  return { result: stored.result };
}

/**
 * Does work that ends in a `mutate` with this key. What the first request has changed may stand in the way of the second (its filing is
 * cancelled by now): a failure looks for the first answer before it is told.
 */
export async function orFirstAnswer<T>(
  { orm }: { orm: Orm },
  by: { actor: Actor; idempotency?: Idempotency | undefined },
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const first = by.idempotency && (await firstAnswer<T>(orm.em.fork(), by.actor, by.idempotency));
    if (first) return first.result;
    throw error;
  }
}

/** Keeps the answer beside the key, in the same transaction. */
export const storeResult = (em: SqlEntityManager, actor: Actor, { key }: Idempotency, result: unknown) =>
  em.execute(
    'update idempotency_key set result = ? where actor = ? and key = ?',
    [JSON.stringify(result ?? null), actorKey(actor), key],
    'run',
  );

const maxKeyLength = 128;

/** The header as the OpenAPI document shows it; `required` where a request that lacks it is refused. */
export const idempotencyKey = (required = false) =>
  ({
    in: 'header',
    name: 'Idempotency-Key',
    required,
    description: 'the same key with the same body answers the same result',
    schema: { type: 'string', maxLength: maxKeyLength, ...(required ? { minLength: 1 } : {}) },
  }) as const;

/**
 * Reads the Idempotency-Key header of a request; undefined when there is none and it is not `required`. `content` stands for a body
 * that was read as a form: the same form is never the same bytes.
 */
export async function idempotencyOf(c: Context, required = false, content?: string): Promise<Idempotency | undefined> {
  const key = c.req.header('idempotency-key');
  if (key === undefined || key === '') {
    if (required) throw problem('idempotency.key-required');
    return undefined;
  }
  if (key.length > maxKeyLength) throw problem('request.malformed');
  const body = content ?? (await c.req.text());
  const fingerprint = createHash('sha256').update(`${c.req.method} ${c.req.path}\n${body}`).digest('hex');
  return { key, fingerprint };
}
