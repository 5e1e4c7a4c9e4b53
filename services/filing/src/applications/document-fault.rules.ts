import type { StoredDocument } from '@beian/contracts/documents.ts';
import type { DocumentKind } from '@beian/contracts/vocabulary.ts';

/** Why an upload cannot be attached as a kind of document: unknown to the filer, infected, or of another kind. Code of the field messages. */
export function documentFault(
  document: StoredDocument | undefined,
  kind: DocumentKind,
): 'attachment.unknown' | 'attachment.infected' | 'attachment.kind' | undefined {
  if (!document) return 'attachment.unknown';
  if (document.scan === 'infected') return 'attachment.infected';
  return document.kind === kind ? undefined : 'attachment.kind';
}
