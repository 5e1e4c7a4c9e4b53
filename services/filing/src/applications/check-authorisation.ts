import { documentKindLabels, type DocumentKind } from '@beian/contracts/vocabulary.ts';
import type { Filer } from '@beian/service-kit/actor.ts';
import { fieldProblem } from '@beian/service-kit/problem.ts';
import type { Deps } from '../deps.ts';
import { documentFault } from './document-fault.rules.ts';

type Sealed = {
  kind: DocumentKind;
  documentId: string | undefined;
  path: readonly PropertyKey[];
};

/** A sealed paper of a business: there unless it may be left out, the filer's own, and of its kind. */
export async function checkPaper(
  deps: Pick<Deps, 'documents'>,
  { token }: { token: string },
  { kind, documentId, path }: Sealed,
): Promise<void> {
  if (documentId === undefined) throw fieldProblem(path, 'attachment.missing', { name: documentKindLabels[kind] });
  const [document] = await deps.documents.find([documentId], token);
  const fault = documentFault(document, kind);
  if (fault) throw fieldProblem(path, fault);
}

/**
 * An authorisation to change or cancel (M085, M103): a personal user needs it, a legal person does not for what it holds itself (L5), an
 * agent does whatever the account. What is given is checked all the same.
 */
export async function checkAuthorisation(
  deps: Pick<Deps, 'documents'>,
  by: { actor: Filer; token: string; asAgent?: boolean },
  paper: Sealed,
): Promise<void> {
  if (paper.documentId === undefined && by.actor.kind === 'legal_person' && !by.asAgent) return;
  await checkPaper(deps, by, paper);
}
