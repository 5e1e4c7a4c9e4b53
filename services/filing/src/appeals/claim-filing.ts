import type { ClaimedFiling } from '@beian/contracts/appeals.ts';
import { requireFiler, type Actor } from '@beian/service-kit/actor.ts';
import { mutate } from '@beian/service-kit/mutate.ts';
import { problem } from '@beian/service-kit/problem.ts';
import { addTimelineEntry } from '../applications/add-timeline-entry.ts';
import { ApplicationEntity } from '../applications/application.entity.ts';
import type { Deps } from '../deps.ts';
import { FilingEntity } from '../filings/filing.entity.ts';
import { moveHolding } from '../filings/hand-over-filing.ts';
import { disputeTold, liftHold } from '../filings/hold-filing.ts';
import { ApplicationFiling } from '../filings/occupy-filing.ts';
import { trackedBy } from './lodge-public-appeal.ts';
import { PublicAppealEntity } from './public-appeal.entity.ts';

/**
 * An appeal without sign-in was upheld: whoever has its tracking code signs in and takes the filing into the account, for a holding belongs
 * to an account. Asked twice by the same account it is one claim; `appeal.not-claimable` otherwise, an unknown code is `not-found`.
 */
export async function claimFiling(deps: Deps, by: Actor, trackingCode: string): Promise<ClaimedFiling> {
  const actor = requireFiler(by);
  const known = await deps.orm.em.fork().findOne(PublicAppealEntity, trackedBy(deps, trackingCode));
  if (!known) throw problem('not-found');
  const { applicationId } = known;
  return mutate(deps, actor, { action: 'appeal.claim' }, async (change) => {
    const application = await change.lock(ApplicationEntity, { id: applicationId });
    const appeal = await change.lock(PublicAppealEntity, { applicationId });
    change.record({ subject: applicationId });
    const about = await change.em.findOne(ApplicationFiling, { applicationId });
    if (!about || !appeal.granted) throw problem('appeal.not-claimable');
    const claimed = { filingNumber: about.filingNumber };
    if (appeal.claimedBy === actor.accountId) return claimed;
    if (appeal.claimedBy) throw problem('appeal.not-claimable');
    Object.assign(appeal, { claimedBy: actor.accountId, claimedAt: change.now });
    application.updatedAt = change.now;
    // One that was cancelled is not held, and may have its holder all the same.
    const filing = (await liftHold(change, application)) ?? (await change.lock(FilingEntity, { id: about.filingId }));
    addTimelineEntry(change, application, 'holder_changed', 'filer', await disputeTold(change, filing));
    await moveHolding(change, filing, { applicationId, toAccountId: actor.accountId });
    return claimed;
  });
}
