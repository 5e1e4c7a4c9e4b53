import type { NoticeEntry, Resubmission } from '@beian/contracts/applications.ts';
import { problem } from '@beian/service-kit/problem.ts';
import type { ApplicationVersion } from '../applications/application.entity.ts';
import type { Prepared } from '../applications/resubmit-application.ts';
import type { Deps } from '../deps.ts';
import { correctAppeal } from './appeal-correction.rules.ts';
import { addAppealVersion, appealOf } from './appeal-version.ts';
import { checkEvidence } from './check-evidence.ts';

/** A corrected appeal: other words, other evidence; what it disputes stays. */
export async function prepareAppeal(
  deps: Deps,
  { token }: { token: string },
  { before, notice, given }: { before: ApplicationVersion; notice: readonly NoticeEntry[]; given: Resubmission },
): Promise<Prepared> {
  const { applicationId, appeal: open } = before;
  const current = appealOf(deps, before);
  if (!open || !current) throw new Error(`application ${applicationId} is an appeal that appeals against nothing`);
  const { corrected, wrong } = correctAppeal(current, notice, given);
  if (wrong.length > 0) throw problem('request.invalid', { errors: wrong });
  const { description, evidenceIds } = corrected;
  await checkEvidence(deps, token, { ids: evidenceIds, path: ['appeal', 'evidenceIds'] });
  const { explanation } = given;
  return {
    write: async (change, number) =>
      addAppealVersion(deps, change, {
        applicationId,
        number,
        open: { ...open, evidenceIds },
        sealed: { description },
        explanation,
      }),
    shown: () => ({}),
  };
}
