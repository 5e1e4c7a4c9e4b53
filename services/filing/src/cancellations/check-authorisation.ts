import type { CancellationRequest } from '@beian/contracts/applications.ts';
import { documentKindLabels } from '@beian/contracts/vocabulary.ts';
import type { Filer } from '@beian/service-kit/actor.ts';
import { fieldProblem } from '@beian/service-kit/problem.ts';
import type { Deps } from '../deps.ts';

const kind = 'cancellation_authorisation';

/** 《委托办理备案注销授权书》 (M103): a personal user needs it, a legal person does not (L5); what is given is one's own and of its kind. */
export async function checkAuthorisation(
  deps: Deps,
  { actor, token }: { actor: Filer; token: string },
  { authorisationId }: CancellationRequest,
  path: readonly string[],
): Promise<void> {
  if (authorisationId === undefined) {
    if (actor.kind === 'legal_person') return;
    throw fieldProblem(path, 'attachment.missing', { name: documentKindLabels[kind] });
  }
  const [document] = await deps.documents.find([authorisationId], token);
  if (!document) throw fieldProblem(path, 'attachment.unknown');
  if (document.kind !== kind) throw fieldProblem(path, 'attachment.kind');
}
