import type { Dictionaries } from '@beian/contracts/dictionaries.ts';
import { proofOf } from '@beian/contracts/dictionary.rules.ts';
import { requiredAttachments, type Filer } from '@beian/contracts/attachment.rules.ts';
import type { UnitInput } from '@beian/contracts/units.ts';
import { documentKindLabels } from '@beian/contracts/vocabulary.ts';
import { problem, type FieldProblem } from '@beian/service-kit/problem.ts';
import { documentFault } from '../applications/document-fault.rules.ts';
import type { Deps } from '../deps.ts';

/** The attachments of a unit against what its type asks for (G3) and the stored documents: each exists, is the filer's own and of its kind. */
export async function checkAttachments(
  deps: Deps,
  by: { actor: Filer; token: string },
  { uscc, type, attachments }: Pick<UnitInput, 'uscc' | 'type' | 'attachments'>,
  types: Dictionaries,
): Promise<void> {
  const proof = proofOf(types, type);
  // Of a type that there is not nothing is required: that is said where the type is checked.
  const required = proof ? requiredAttachments(by.actor, { proof, uscc }) : [];
  const stored = await deps.documents.find(
    attachments.map((a) => a.documentId),
    by.token,
  );
  const missing: FieldProblem[] = required
    .filter((kind) => !attachments.some((attachment) => attachment.kind === kind))
    .map((kind) => ({
      path: ['attachments', kind],
      code: 'attachment.missing',
      params: { name: documentKindLabels[kind] },
    }));
  const wrong: FieldProblem[] = attachments.flatMap(({ kind, documentId }) => {
    const document = stored.find((candidate) => candidate.id === documentId);
    const code = documentFault(document, kind);
    return code ? [{ path: ['attachments', kind], code }] : [];
  });
  if (missing.length + wrong.length > 0) throw problem('request.invalid', { errors: [...missing, ...wrong] });
}
