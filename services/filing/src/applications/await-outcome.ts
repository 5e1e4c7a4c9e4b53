import { setTimeout as sleep } from 'node:timers/promises';
import type { SqlEntityManager } from '@beian/service-kit/database.ts';
import type { Deps } from '../deps.ts';

const intervalMs = 50;

/**
 * Waits up to `deps.outcomePatienceMs` (2 s) for the workflow to settle what has been recorded. Answers whether it did: 200 or 202.
 * Asks the database in short turns: a settlement takes some 50 ms, and the row is found by its key.
 */
export async function awaitOutcome(
  deps: Pick<Deps, 'orm' | 'outcomePatienceMs'>,
  settled: (em: SqlEntityManager) => Promise<boolean>,
): Promise<boolean> {
  const until = performance.now() + deps.outcomePatienceMs;
  for (;;) {
    if (await settled(deps.orm.em.fork())) return true;
    if (performance.now() > until) return false;
    await sleep(intervalMs);
  }
}
