import type { ReviewedFiling } from '@beian/contracts/changes.ts';
import type { StoredDocument } from '@beian/contracts/documents.ts';
import type { SqlEntityManager } from '@beian/service-kit/database.ts';
import type { ApplicationEntity, ApplicationVersion } from '../applications/application.entity.ts';
import type { Deps } from '../deps.ts';
import { filingDiff } from './change.rules.ts';
import { deciding } from './present-change.ts';
import { filingsOfChange } from './read-change.ts';

/**
 * The filings of a change as its reviewer reads them: each against its version at the submission, and after a correction also against what
 * the last review saw. People masked, new tables by their names.
 */
export async function reviewedFilings(
  deps: Pick<Deps, 'sealer'>,
  em: SqlEntityManager,
  application: ApplicationEntity,
  {
    version,
    before,
    documents,
  }: { version: ApplicationVersion; before?: ApplicationVersion | undefined; documents: readonly StoredDocument[] },
): Promise<ReviewedFiling[]> {
  const nameOf = (id: string) => documents.find((document) => document.id === id)?.name;
  const now = await filingsOfChange(deps, em, [version]);
  const last = before ? await filingsOfChange(deps, em, [before]) : [];
  return now.map((one) => {
    const seen = last.find((candidate) => candidate.filingId === one.filingId);
    return {
      filingNumber: one.filingNumber,
      systemName: one.before.open.system.name,
      ...deciding(application, one),
      diff: filingDiff(one.before, one.after, nameOf),
      corrected: seen ? filingDiff(seen.after, one.after, nameOf) : [],
    };
  });
}
