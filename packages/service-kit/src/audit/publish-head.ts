import type { MutateDeps } from '../mutate.ts';
import type { ChainHeads } from './chain-heads.ts';
import { headOf, type Place } from './verify-chain.ts';

/** How often the end of a chain is published when it has grown. */
export const publishEveryMs = 300_000;

/** Publishes the end of the service's chain unless `last` is still it; answers what is published now. */
export async function publishHead(
  deps: Pick<MutateDeps, 'orm'> & { chainHeads: ChainHeads },
  last?: Place,
): Promise<Place> {
  const head = await headOf(deps.orm.em.fork());
  if (head.seq > 0 && head.hash !== last?.hash) await deps.chainHeads.publish(head);
  return head;
}
