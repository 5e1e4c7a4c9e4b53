import type { ApplicationSummary, CancellationSubmission } from '@beian/contracts/applications.ts';
import { filingStatusLabels } from '@beian/contracts/vocabulary.ts';
import { requireRecentSignIn, type Filer } from '@beian/service-kit/actor.ts';
import type { Idempotency } from '@beian/service-kit/idempotency.ts';
import { mutate } from '@beian/service-kit/mutate.ts';
import { fieldProblem, problem } from '@beian/service-kit/problem.ts';
import { openApplication } from '../applications/open-application.ts';
import { summaryOf } from '../applications/present-application.ts';
import type { Deps } from '../deps.ts';
import { FilingEntity, FilingVersion, Holding } from '../filings/filing.entity.ts';
import { namingTheOpenBusiness, occupyFiling } from '../filings/occupy-filing.ts';
import { addCancellationVersion } from './add-cancellation-version.ts';
import { checkAuthorisation } from './check-authorisation.ts';

/**
 * 注销 (M100–M107): its holder asks to end a filing. Needs a recent sign-in, for it cannot be undone. One transaction opens the
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
  await heldFiling(deps, actor, filingNumber);
  await checkAuthorisation(deps, { actor, token }, request, ['authorisationId']);

  const act = { action: 'application.submit', idempotency: by.idempotency };
  return namingTheOpenBusiness(deps, filingNumber, () =>
    mutate(deps, actor, act, async (change) => {
      const filing = await change.lock(FilingEntity, { number: filingNumber });
      const held = { filingId: filing.id, accountId: actor.accountId, untilAt: null };
      if ((await change.em.count(Holding, held)) === 0) throw fieldProblem(['filingNumber'], 'filing.unknown');
      if (filing.status !== 'valid') {
        throw problem('filing.not-valid', { params: { status: filingStatusLabels[filing.status] } });
      }
      const current = { filingId: filing.id, number: filing.version };
      const version = await change.em.findOneOrFail(FilingVersion, current);
      const about = {
        uscc: filing.uscc,
        unitName: version.content.unit.name,
        systemName: filing.systemName,
        countyCode: filing.countyCode,
        divisionName: version.content.system.divisionName,
        organ: { code: filing.organCode, name: filing.organName },
      };
      const application = await openApplication(deps, change, submission, { actor, about }, async ({ id }) => {
        occupyFiling(change, id, filing);
        return addCancellationVersion(deps, change, { applicationId: id, number: 1, filed: version, request });
      });
      return summaryOf(application, [filing.number]);
    }),
  );
}

/** Before anything is stored: the number is one that the account holds. */
async function heldFiling(deps: Deps, { accountId }: Filer, number: string): Promise<void> {
  const em = deps.orm.em.fork();
  const filing = await em.findOne(FilingEntity, { number });
  const held = filing && (await em.count(Holding, { filingId: filing.id, accountId, untilAt: null }));
  if (!held) throw fieldProblem(['filingNumber'], 'filing.unknown');
}
