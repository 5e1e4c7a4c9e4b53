import type { Organ } from '@beian/contracts/accounts.ts';
import type { Deps } from '../deps.ts';

/**
 * The organ that the step-th escalation of a task reaches: the superior of its organ, then that one's superior. Where there are fewer
 * levels it is the highest; undefined for an organ that has no superior.
 */
export async function superiorOrgan(
  deps: Pick<Deps, 'identity' | 'ownToken'>,
  organCode: string,
  step: number,
): Promise<Organ | undefined> {
  const token = await deps.ownToken();
  let organ = await deps.identity.organ(organCode, token);
  let reached: Organ | undefined;
  for (let level = 0; level < step && organ?.superiorCode; level += 1) {
    organ = await deps.identity.organ(organ.superiorCode, token);
    reached = organ ?? reached;
  }
  return reached;
}
