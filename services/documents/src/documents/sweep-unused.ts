import { mutate } from '@beian/service-kit/mutate.ts';
import type { Deps } from '../deps.ts';
import { Document, objectKeyOf } from './document.entity.ts';

const batch = 100;

/** Removes uploads that nothing has referred to for `days` days: object first, then row. Answers how many. */
export async function sweepUnused(deps: Deps, days: number): Promise<number> {
  const before = new Date(deps.clock.now().getTime() - days * 86_400_000);
  const unused = await deps.orm.em
    .fork()
    .find(Document, { keptAt: null, uploadedAt: { $lt: before } }, { limit: batch });
  for (const { id } of unused) {
    await mutate(deps, { kind: 'system', name: 'sweep' }, { action: 'document.release' }, async (change) => {
      const document = await change.lock(Document, { id });
      if (document.keptAt !== null && document.keptAt !== undefined) {
        change.record({ subject: id, data: { kept: true } });
        return;
      }
      await deps.store.remove(objectKeyOf(id));
      change.em.remove(document);
      change.emit('document.released', { subject: id, data: { documentId: id } });
      change.record({ subject: id });
    });
  }
  return unused.length;
}
