import type { ChangePapers } from '@beian/contracts/changes.ts';
import type { Filer } from '@beian/service-kit/actor.ts';
import type { FieldProblem } from '@beian/service-kit/problem.ts';
import { checkAuthorisation } from '../applications/check-authorisation.ts';
import { collecting } from '../applications/check-registration.ts';
import { documentFault } from '../applications/document-fault.rules.ts';
import type { Deps } from '../deps.ts';

/** The papers of a change (M084, M085): the authorisation of who is no legal person, and proofs, each the filer's own and of its kind. */
export async function checkPapers(
  deps: Pick<Deps, 'documents'>,
  by: { actor: Filer; token: string; asAgent: boolean },
  { authorisationId, proofIds }: Pick<ChangePapers, 'authorisationId' | 'proofIds'>,
  under: readonly PropertyKey[] = [],
): Promise<FieldProblem[]> {
  const wrong: FieldProblem[] = [];
  const path = [...under, 'authorisationId'];
  await collecting(
    wrong,
    checkAuthorisation(deps, by, { kind: 'change_authorisation', documentId: authorisationId, path }),
  );
  const proofs = await deps.documents.find(proofIds, by.token);
  proofIds.forEach((id, i) => {
    const code = documentFault(
      proofs.find((one) => one.id === id),
      'change_proof',
    );
    if (code) wrong.push({ path: [...under, 'proofIds', i], code });
  });
  return wrong;
}
