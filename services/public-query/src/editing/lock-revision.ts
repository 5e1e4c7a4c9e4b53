import type { EntityName, FilterQuery } from '@mikro-orm/core';
import type { Change } from '@beian/service-kit/mutate.ts';
import { problem } from '@beian/service-kit/problem.ts';

/** Locks a text as the editor saw it: `content.stale` when somebody has changed it since, `not-found` when it is gone. */
export async function lockRevision<T extends { id: string; revision: number }>(
  change: Change,
  entity: EntityName<T>,
  { id, baseRevision }: { id: string; baseRevision: number },
): Promise<T> {
  const row = await change.lock(entity, { id } as FilterQuery<NoInfer<T>>);
  if (row.revision !== baseRevision) throw problem('content.stale');
  return row;
}
