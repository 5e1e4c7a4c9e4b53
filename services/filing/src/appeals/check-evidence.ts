import { fieldProblem } from '@beian/service-kit/problem.ts';
import { documentFault } from '../applications/document-fault.rules.ts';
import type { Deps } from '../deps.ts';

/** The sealed evidence of an appeal (M127, M128): every file is the appellant's own and uploaded as evidence, so under its limit. */
export async function checkEvidence(
  deps: Pick<Deps, 'documents'>,
  token: string,
  { ids, path }: { ids: string[]; path: readonly PropertyKey[] },
): Promise<void> {
  const found = await deps.documents.find(ids, token);
  for (const [i, id] of ids.entries()) {
    const fault = documentFault(
      found.find((one) => one.id === id),
      'appeal_evidence',
    );
    if (fault) throw fieldProblem([...path, i], fault);
    if (ids.indexOf(id) !== i) throw fieldProblem([...path, i], 'attachment.twice');
  }
}
