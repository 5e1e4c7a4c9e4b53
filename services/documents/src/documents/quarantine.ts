import type { DocumentKind } from '@beian/contracts/vocabulary.ts';
import type { Actor } from '@beian/service-kit/actor.ts';
import { mutate } from '@beian/service-kit/mutate.ts';
import type { Deps } from '../deps.ts';
import { Document, objectKeyOf, quarantineKeyOf } from './document.entity.ts';

type Facts = { kind: DocumentKind; size: number; sha256: string; signature: string };

/** Keeps an infected upload for operators, who may have to show that the scanner was wrong: no document, an audit row, bytes that no route reads. */
export async function quarantineUpload(
  deps: Deps,
  actor: Actor,
  { id, bytes, facts }: { id: string; bytes: Uint8Array; facts: Facts },
): Promise<void> {
  await deps.store.put(quarantineKeyOf(id), bytes, 'application/octet-stream');
  await mutate(deps, actor, { action: 'document.quarantine' }, async (change) => {
    change.record({ subject: id, data: facts });
  });
}

/** The same for a document that was held: it stays as `infected`, so that filer and reviewer see that it must be replaced, and the filer is told. */
export async function quarantineDocument(
  deps: Deps,
  document: Document,
  { bytes, signature }: { bytes: Uint8Array; signature: string },
): Promise<void> {
  const { id, kind, size, sha256 } = document;
  await deps.store.put(quarantineKeyOf(id), bytes, 'application/octet-stream');
  await mutate(deps, { kind: 'system', name: 'scan' }, { action: 'document.quarantine' }, async (change) => {
    const row = await change.lock(Document, { id });
    Object.assign(row, { scan: 'infected', scannedAt: change.now });
    change.emit('document.quarantined', { subject: id, data: { documentId: id, kind } });
    change.record({ subject: id, data: { kind, size, sha256, signature } });
  });
  // Left behind here it is never served, and the sweep of objects takes it.
  await deps.store
    .remove(objectKeyOf(id))
    .catch((cause: unknown) => deps.log.warn({ documentId: id, err: cause }, 'infected object left'));
}
