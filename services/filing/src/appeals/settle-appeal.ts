import type { TimelineKind } from '@beian/contracts/vocabulary.ts';
import type { Change } from '@beian/service-kit/mutate.ts';
import { addTimelineEntry } from '../applications/add-timeline-entry.ts';
import type { ApplicationEntity } from '../applications/application.entity.ts';
import { completeApplication } from '../applications/complete-application.ts';
import { recordWithdrawal } from '../applications/record-withdrawal.ts';
import { FilingEntity } from '../filings/filing.entity.ts';
import { moveHolding } from '../filings/hand-over-filing.ts';
import { disputeTold, liftHold, lockOpenBusiness } from '../filings/hold-filing.ts';
import { ApplicationFiling } from '../filings/occupy-filing.ts';
import type { DecisionEntity } from '../review/review.entity.ts';
import { PublicAppealEntity } from './public-appeal.entity.ts';

type Settling = { application: ApplicationEntity; decision: DecisionEntity };

/** Settles what was decided about an appeal, inside the caller's transaction: taken up or not; proposed; confirmed or disagreed with (I51). */
export async function settleAppeal(change: Change, { application, decision }: Settling): Promise<void> {
  const { stage, outcome, agrees, organCode: code, organName: name } = decision;
  const note = (entry: TimelineKind, told: Parameters<typeof addTimelineEntry>[4] = {}) =>
    addTimelineEntry(change, application, entry, 'organ', { organ: { code, name }, ...told });
  if (stage === 'first') return note('first_determined');
  if (stage === 'second') return agrees ? determine(change, { application, decision }) : note('disagreed');
  if (outcome === 'approve') {
    application.status = 'valid';
    note('found_valid');
    const held = await change.em.findOne(FilingEntity, { heldBy: application.id });
    if (held) note('held', await disputeTold(change, held));
    return;
  }
  const { id, accountId = null, kind, organCode, version } = application;
  application.status = 'rejected';
  note('not_valid');
  const about = { applicationId: id, kind, version, organCode, accountId, decisionId: decision.id };
  change.emit('application.rejected', { subject: id, data: { ...about, reasonCode: decision.reasonCode ?? 'other' } });
}

/** Two people have come to the same: upheld or dismissed. The filing is free again, unless it waits for who appealed without an account. */
async function determine(change: Change, { application, decision }: Settling): Promise<void> {
  const { id: applicationId, accountId = null, kind, organCode, version } = application;
  const upheld = decision.outcome === 'approve';
  const organ = { code: decision.organCode, name: decision.organName };
  addTimelineEntry(change, application, upheld ? 'upheld' : 'dismissed', 'organ', { organ });
  const about = await change.em.findOne(ApplicationFiling, { applicationId });
  if (upheld) {
    const data = { applicationId, kind, version, organCode, accountId, decisionId: decision.id };
    change.emit('application.approved', { subject: applicationId, data });
  }
  const moves = upheld && decision.holderChange === 'appellant' && about !== null;
  if (moves) await takeFromHolder(change, application, about.filingId);
  if (!moves || accountId) await liftHold(change, application);
  await completeApplication(change, application, about ? [about.filingNumber] : []);
}

/** The filing goes to the appellant; without an account to the one who signs in with the tracking code. What its holder had begun ends. */
async function takeFromHolder(change: Change, application: ApplicationEntity, filingId: string): Promise<void> {
  const { id: applicationId, accountId } = application;
  const begun = await lockOpenBusiness(change, filingId);
  const filing = await change.lock(FilingEntity, { id: filingId });
  if (begun) await recordWithdrawal(change, begun, { by: 'platform' });
  if (!accountId) {
    const appeal = await change.lock(PublicAppealEntity, { applicationId });
    appeal.granted = true;
    return;
  }
  const told = await disputeTold(change, filing);
  await moveHolding(change, filing, { applicationId, toAccountId: accountId });
  addTimelineEntry(change, application, 'holder_changed', 'platform', told);
}
