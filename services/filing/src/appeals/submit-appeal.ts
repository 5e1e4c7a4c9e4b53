import type { AppealSubmission } from '@beian/contracts/appeals.ts';
import type { ApplicationSummary } from '@beian/contracts/applications.ts';
import type { Filer } from '@beian/service-kit/actor.ts';
import type { Idempotency } from '@beian/service-kit/idempotency.ts';
import { mutate } from '@beian/service-kit/mutate.ts';
import { openApplication } from '../applications/open-application.ts';
import { summaryOf } from '../applications/present-application.ts';
import type { Deps } from '../deps.ts';
import { nameFiling } from '../filings/occupy-filing.ts';
import { aboutAppeal } from './about-appeal.ts';
import { addAppealVersion } from './appeal-version.ts';
import { checkEvidence } from './check-evidence.ts';

/** 申诉 (M123–M129) of an account: lodged with its evidence at the organ of the filing or of the county. The filing is held only once the appeal is found valid (N13). */
export async function submitAppeal(
  deps: Deps,
  by: { actor: Filer; token: string; idempotency: Idempotency | undefined },
  submission: AppealSubmission,
): Promise<ApplicationSummary> {
  const { actor, token } = by;
  const { ground, filingNumber, description, evidenceIds } = submission;
  await checkEvidence(deps, token, { ids: evidenceIds, path: ['evidenceIds'] });
  const { about, filing } = await aboutAppeal(deps, { accountId: actor.accountId, token }, submission);
  const act = { action: 'application.submit', idempotency: by.idempotency };
  return mutate(deps, actor, act, async (change) => {
    const application = await openApplication(deps, change, submission, { actor, about }, ({ id }) => {
      if (filing) nameFiling(change, id, filing);
      return addAppealVersion(deps, change, {
        applicationId: id,
        number: 1,
        open: { ground, ...(filingNumber ? { filingNumber } : {}), evidenceIds },
        sealed: { description },
      });
    });
    return summaryOf(application, filing ? [filing.number] : []);
  });
}
