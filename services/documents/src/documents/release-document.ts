import { isDeepStrictEqual } from 'node:util';
import { mutate } from '@beian/service-kit/mutate.ts';
import type { Deps } from '../deps.ts';
import { Document, objectKeyOf, quarantineKeyOf, settledMs } from './document.entity.ts';

/** What may go: nobody is about to take it into use. */
export const settledBefore = (now: Date) => ({
  $or: [{ askedAt: null }, { askedAt: { $lt: new Date(now.getTime() - settledMs) } }],
});

/** Removes a document, object first, then row; unless it was taken into use (or out of it), or somebody is about to, since it was looked at. */
export async function releaseDocument(deps: Deps, { id, keptAt, askedAt }: Document): Promise<void> {
  await mutate(deps, { kind: 'system', name: 'sweep' }, { action: 'document.release' }, async (change) => {
    const document = await change.lock(Document, { id });
    if (!isDeepStrictEqual([document.keptAt, document.askedAt], [keptAt, askedAt])) {
      change.record({ subject: id, data: { kept: true } });
      return;
    }
    await deps.store.remove(document.scan === 'infected' ? quarantineKeyOf(id) : objectKeyOf(id));
    change.em.remove(document);
    change.emit('document.released', { subject: id, data: { documentId: id } });
    change.record({ subject: id });
  });
}

export const daysBefore = (now: Date, days: number): Date => new Date(now.getTime() - days * 86_400_000);
