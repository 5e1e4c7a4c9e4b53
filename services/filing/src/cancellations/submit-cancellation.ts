import type { ApplicationSummary } from '@beian/contracts/applications.ts';
import type { CancellationSubmission } from '@beian/contracts/cancellations.ts';
import { requireRecentSignIn, type Filer } from '@beian/service-kit/actor.ts';
import type { Idempotency } from '@beian/service-kit/idempotency.ts';
import { mutate } from '@beian/service-kit/mutate.ts';
import { aboutFiling } from '../applications/about-filing.ts';
import { addFiledVersion } from '../applications/add-filed-version.ts';
import { checkAuthorisation } from '../applications/check-authorisation.ts';
import { openApplication } from '../applications/open-application.ts';
import { summaryOf } from '../applications/present-application.ts';
import type { Deps } from '../deps.ts';
import { heldFiling, lockHeldFiling } from '../filings/held-filing.ts';
import { behalfOf, letterOf, mayAct } from '../filings/right-over-filing.ts';
import { namingTheOpenBusiness, occupyFiling } from '../filings/occupy-filing.ts';

/**
 * 注销 (M100–M107): its holder, or an agent in its place (I02), asks to end a filing. Needs a recent sign-in, for it cannot be undone. One transaction opens the
 * application and occupies the filing: any other business on it is refused until this one has ended (G7).
 */
export async function submitCancellation(
  deps: Deps,
  by: { actor: Filer; token: string; idempotency: Idempotency | undefined },
  submission: CancellationSubmission,
): Promise<ApplicationSummary> {
  const { actor, token } = by;
  const { filingNumber, reason, authorisationId } = submission;
  requireRecentSignIn(actor, deps.clock.now());
  const request = { reason, ...(authorisationId ? { authorisationId } : {}) };
  const named = { number: filingNumber, path: ['filingNumber'], suffices: mayAct };
  const { right } = await heldFiling(deps, actor, named);
  const paper = { kind: 'cancellation_authorisation', documentId: authorisationId, path: ['authorisationId'] } as const;
  await checkAuthorisation(deps, { actor, token, asAgent: right.role !== 'holder' }, paper);

  const act = { action: 'application.submit', idempotency: by.idempotency };
  return namingTheOpenBusiness(deps, filingNumber, () =>
    mutate(deps, actor, act, async (change) => {
      const { filing, version, right: now } = await lockHeldFiling(change, actor, named);
      const about = aboutFiling(filing, version);
      const by = { actor, about, behalf: behalfOf(now) };
      const application = await openApplication(deps, change, submission, by, async ({ id }) => {
        occupyFiling(change, id, filing);
        const asked = { cancellation: request, ...letterOf(now) };
        return addFiledVersion(deps, change, { applicationId: id, number: 1, filed: version, asked });
      });
      return summaryOf(application, [filing.number]);
    }),
  );
}
