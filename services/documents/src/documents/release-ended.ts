import { mutate } from '@beian/service-kit/mutate.ts';
import type { Deps } from '../deps.ts';
import { Document } from './document.entity.ts';
import { daysBefore, releaseDocument, settledBefore } from './release-document.ts';

const batch = 100;
/** A document that is still needed is asked about again after so many days. */
const askAgainDays = 7;

/**
 * Removes documents of filings and applications that ended more than `days` days ago (PIPL art. 19: no longer than needed). Filing knows
 * what each belongs to; one that anything open, valid or later ended names stays. Answers how many went.
 */
export async function releaseEnded(deps: Deps, days: number): Promise<number> {
  const now = deps.clock.now();
  const endedAfter = daysBefore(now, days);
  let released = 0;
  for (;;) {
    const old = await deps.orm.em.fork().find(
      Document,
      {
        keptAt: { $lt: endedAfter },
        $and: [
          { $or: [{ retentionCheckedAt: null }, { retentionCheckedAt: { $lt: daysBefore(now, askAgainDays) } }] },
          settledBefore(now),
        ],
      },
      { orderBy: { keptAt: 'asc' }, limit: batch },
    );
    if (old.length === 0) return released;
    const used = await deps.use.stillUsed(
      old.map(({ id, ownerAccountId }) => ({ id, ownerAccountId: ownerAccountId ?? null })),
      endedAfter,
    );
    for (const document of old) {
      if (used.has(document.id)) continue;
      await releaseDocument(deps, document);
      released += 1;
    }
    await noteChecked(deps, [...used]);
  }
}

// So that the same question is not asked every hour.
async function noteChecked(deps: Deps, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  await mutate(deps, { kind: 'system', name: 'sweep' }, { action: 'document.retention-check' }, async (change) => {
    await change.em.nativeUpdate(Document, { id: { $in: ids } }, { retentionCheckedAt: change.now });
    change.record({ subject: 'documents', data: { stillUsed: ids.length } });
  });
}
