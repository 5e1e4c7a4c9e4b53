import { setTimeout as sleep } from 'node:timers/promises';
import type { Engine } from './engine.ts';
import { countOf, databases, type DatabaseUrl } from './facts.ts';

const patienceMs = 180_000;

/**
 * Waits until nothing is under way any more: every message sent, every event handled, every workflow at its end. What has not come to rest
 * in three minutes, though everything runs, will not: the verdict says what it is. Answers how many seconds it took.
 */
export async function untilSettled(engine: Engine, urlOf: DatabaseUrl): Promise<number> {
  const began = Date.now();
  // A server that takes longer for its answer than it has is busy: something is under way.
  const busy = () =>
    underWay(engine, urlOf).then(
      (count) => count > 0,
      () => true,
    );
  while (Date.now() - began < patienceMs && (await busy())) await sleep(1000);
  return Math.round((Date.now() - began) / 1000);
}

async function underWay(engine: Engine, urlOf: DatabaseUrl): Promise<number> {
  const outboxes = await Promise.all(Object.values(databases).map((database) => countOf(urlOf(database), 'outbox')));
  const backlog = (await engine.backlog()).map((one) => (one.missing ? 1 : one.pending + one.unacknowledged));
  return [...outboxes, ...backlog, await engine.openWorkflows()].reduce((sum, one) => sum + one, 0);
}
