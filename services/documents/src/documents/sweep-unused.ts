import type { Deps } from '../deps.ts';
import { Document } from './document.entity.ts';
import { daysBefore, releaseDocument, settledBefore } from './release-document.ts';

const batch = 100;

/**
 * Removes uploads that nothing has taken into use for `days` days. A draft or a unit may still name one: filing is asked.
 * Answers how many went.
 */
export async function sweepUnused(deps: Deps, days: number): Promise<number> {
  const now = deps.clock.now();
  let last = '00000000-0000-0000-0000-000000000000';
  let released = 0;
  for (;;) {
    const unused = await deps.orm.em
      .fork()
      .find(
        Document,
        { id: { $gt: last }, keptAt: null, uploadedAt: { $lt: daysBefore(now, days) }, ...settledBefore(now) },
        { orderBy: { id: 'asc' }, limit: batch },
      );
    if (unused.length === 0) return released;
    const used = await deps.use.stillUsed(
      unused.map(({ id, ownerAccountId }) => ({ id, ownerAccountId: ownerAccountId ?? null })),
      now,
    );
    for (const document of unused.filter(({ id }) => !used.has(id))) {
      await releaseDocument(deps, document);
      released += 1;
    }
    last = unused.at(-1)?.id ?? last;
  }
}
