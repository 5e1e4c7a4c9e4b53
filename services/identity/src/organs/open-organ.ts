import type { Change } from '@beian/service-kit/mutate.ts';
import { fieldProblem } from '@beian/service-kit/problem.ts';
import { OrganEntity } from './organ.entity.ts';

/** An organ that is there and not closed, locked: it cannot close before this transaction ends. Else `organ.unknown` of the field. */
export async function openOrgan(change: Change, field: string, code: string): Promise<OrganEntity> {
  const known = await change.em.count(OrganEntity, { code });
  const organ = known > 0 ? await change.lock(OrganEntity, { code }) : undefined;
  if (!organ || organ.closedOn) throw fieldProblem([field], 'organ.unknown');
  return organ;
}
