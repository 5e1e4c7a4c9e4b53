import { z } from 'zod';
import type { StoredDocument } from '@beian/contracts/documents.ts';
import type { Deps } from '../deps.ts';
import type { Document } from './document.entity.ts';

/** A document as the API shows it. */
export const presentDocument = (deps: Pick<Deps, 'sealer'>, document: Document): StoredDocument => ({
  id: document.id,
  kind: document.kind,
  name: z
    .string()
    .parse(deps.sealer.unseal(document.sealedName, { table: 'document', column: 'sealed_name', row: document.id })),
  mediaType: document.mediaType,
  size: document.size,
  sha256: document.sha256,
  uploadedAt: document.uploadedAt.toISOString(),
  scan: document.scan,
});
