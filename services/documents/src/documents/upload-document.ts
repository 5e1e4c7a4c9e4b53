import { createHash } from 'node:crypto';
import type { StoredDocument } from '@beian/contracts/documents.ts';
import { limitOf, type DocumentKind } from '@beian/contracts/vocabulary.ts';
import { requireService, requireUploader, type Actor } from '@beian/service-kit/actor.ts';
import { newId } from '@beian/service-kit/ids.ts';
import { mutate } from '@beian/service-kit/mutate.ts';
import { problem } from '@beian/service-kit/problem.ts';
import type { Deps } from '../deps.ts';
import { quarantineUpload } from './quarantine.ts';
import { presentDocument } from './present-document.ts';
import { Document, objectKeyOf } from './document.entity.ts';
import { acceptedNames, acceptedTypes, cleanName, typeOfBytes } from './file-type.rules.ts';

export type Upload = { kind: DocumentKind; name: string; bytes: Uint8Array };

/**
 * Stores a file of a filer (M042, M046): strictly under its kind's limit, of an accepted type by its bytes.
 * What the scanner finds infected is refused and kept in quarantine; without an answer of it the file is held (`awaiting_scan`).
 * The object is written first and the row after it, so that no row lacks its object; a row that fails takes its object with it.
 */
export async function uploadDocument(deps: Deps, actor: Actor, upload: Upload): Promise<StoredDocument> {
  const { accountId } = requireUploader(actor);
  return store(deps, actor, accountId, upload);
}

/** The same for a service, in the name of somebody who has no account: a file without an owner. */
export async function takeInDocument(deps: Deps, actor: Actor, upload: Upload): Promise<StoredDocument> {
  return store(deps, requireService(actor), null, upload);
}

async function store(
  deps: Deps,
  actor: Actor,
  ownerAccountId: string | null,
  { kind, name, bytes }: Upload,
): Promise<StoredDocument> {
  const limit = limitOf(kind);
  if (bytes.byteLength === 0) throw problem('document.empty');
  if (bytes.byteLength >= limit) throw problem('document.too-large', { params: { size: bytes.byteLength, limit } });
  const mediaType = await typeOfBytes(bytes);
  if (mediaType === undefined || !acceptedTypes(kind).includes(mediaType)) {
    throw problem('document.type', { params: { accepted: acceptedNames(kind) } });
  }

  const id = newId();
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const verdict = await deps.scanner.scan(bytes);
  if (verdict.scan === 'infected') {
    const { signature } = verdict;
    await quarantineUpload(deps, actor, { id, bytes, facts: { kind, size: bytes.byteLength, sha256, signature } });
    throw problem('document.infected', { params: { signature } });
  }
  const objectKey = objectKeyOf(id);
  await deps.store.put(objectKey, bytes, mediaType);
  try {
    return await mutate(deps, actor, { action: 'document.store' }, async (change) => {
      const sealedName = deps.sealer.seal(cleanName(name), { table: 'document', column: 'sealed_name', row: id });
      const document = change.create(Document, {
        id,
        ownerAccountId,
        kind,
        sealedName,
        mediaType,
        size: bytes.byteLength,
        sha256,
        uploadedAt: change.now,
        scan: verdict.scan,
        ...(verdict.scan === 'clean' ? { scannedAt: change.now } : {}),
      });
      change.emit('document.stored', { subject: id, data: { documentId: id, kind, sha256, size: bytes.byteLength } });
      change.record({ subject: id, data: { kind, size: bytes.byteLength, sha256, scan: verdict.scan } });
      return presentDocument(deps, document);
    });
  } catch (error) {
    await deps.store
      .remove(objectKey)
      .catch((cause: unknown) => deps.log.warn({ documentId: id, err: cause }, 'orphan object left'));
    throw error;
  }
}
