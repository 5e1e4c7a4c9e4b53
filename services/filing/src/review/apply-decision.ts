import type {
  AcceptancePolicy,
  CorrectionPolicy,
  DecisionEffect,
  FilingActivities,
} from '@beian/contracts/workflows.ts';
import { needsSecondReview, type TimelineKind } from '@beian/contracts/vocabulary.ts';
import { mutate, type Change } from '@beian/service-kit/mutate.ts';
import { effectOnAppeal } from '../appeals/determination.rules.ts';
import { settleAppeal } from '../appeals/settle-appeal.ts';
import { addTimelineEntry } from '../applications/add-timeline-entry.ts';
import { ApplicationEntity } from '../applications/application.entity.ts';
import { settleApproval } from '../applications/settle-approval.ts';
import type { Calendar } from '../calendar/calendar.rules.ts';
import { readCalendar } from '../calendar/read-calendar.ts';
import { correctionTimes, remindersBefore } from '../calendar/spans.rules.ts';
import type { Deps } from '../deps.ts';
import { mustNotBeHeld } from '../filings/hold-filing.ts';
import { releaseFilings } from '../filings/occupy-filing.ts';
import { noteForgedSignal, workflowActor } from './forged-signal.ts';
import { DecisionEntity } from './review.entity.ts';

/**
 * Settles a recorded decision: who, organ, stage and version were checked when it was recorded under lock, and the row proves it. Applied
 * twice it is one settlement. An id that is no decision of this task is a forged signal.
 */
export function applyDecision(
  deps: Deps,
  { applicationId, taskId, decisionId, policy, acceptance }: Parameters<FilingActivities['applyDecision']>[0],
): Promise<DecisionEffect> {
  return mutate(deps, workflowActor, { action: 'decision.apply' }, async (change): Promise<DecisionEffect> => {
    const application = await change.lock(ApplicationEntity, { id: applicationId });
    const decision = await change.em.findOne(DecisionEntity, { id: decisionId, applicationId, reviewTaskId: taskId });
    if (!decision) {
      noteForgedSignal(deps, change, { applicationId, id: decisionId, about: 'decision' });
      return { applied: false };
    }
    const again = Boolean(decision.appliedAt);
    change.record({ subject: applicationId, data: { decisionId, outcome: decision.outcome, again } });
    const calendar = await readCalendar(change.em);
    if (!again) {
      decision.appliedAt = change.now;
      Object.assign(application, { reviewDueAt: null, updatedAt: change.now });
      await settle(deps, change, { application, decision, policy, acceptance, calendar });
    }
    return effectOf(application, decision, { policy, calendar });
  });
}

/** From the row alone, so that a retry answers what the first try answered. */
function effectOf(
  { kind }: ApplicationEntity,
  decision: DecisionEntity,
  { policy, calendar }: { policy: CorrectionPolicy; calendar: Calendar },
): DecisionEffect {
  const { outcome, appliedAt, correctionDueAt: dueAt } = decision;
  if (outcome === 'reroute') return { applied: true, outcome };
  if (outcome !== 'return') return { applied: true, outcome: kind === 'appeal' ? effectOnAppeal(decision) : outcome };
  if (!appliedAt || !dueAt) throw new Error(`the return ${decision.id} has no deadline`);
  const remindAt = remindersBefore(dueAt, appliedAt, policy, calendar);
  return {
    applied: true,
    outcome: 'return',
    dueAt: dueAt.toISOString(),
    remindAt: remindAt.map((at) => at.toISOString()),
  };
}

type Settling = {
  application: ApplicationEntity;
  decision: DecisionEntity;
  policy: CorrectionPolicy;
  acceptance: AcceptancePolicy | undefined;
  calendar: Calendar;
};

async function settle(deps: Deps, change: Change, settling: Settling): Promise<void> {
  const { application, decision, policy, acceptance, calendar } = settling;
  const { id, accountId = null, kind, organCode, version } = application;
  const data = { applicationId: id, kind, version, organCode, accountId, decisionId: decision.id };
  const organ = { code: decision.organCode, name: decision.organName };
  const note = (entry: TimelineKind, told: { dueAt?: string } = {}) =>
    addTimelineEntry(change, application, entry, 'organ', { organ, ...told });
  const { outcome } = decision;
  if (kind === 'appeal' && (outcome === 'approve' || outcome === 'reject')) {
    await settleAppeal(change, { application, decision });
    return;
  }
  switch (outcome) {
    case 'approve':
      await mustNotBeHeld(change, id);
      if (decision.stage === 'first' && needsSecondReview(kind)) {
        // The second review opens next; the status stays as it is in between.
        note('first_approved');
        break;
      }
      note('approved');
      change.emit('application.approved', { subject: id, data });
      await settleApproval(deps, change, application, { acceptance, calendar });
      break;
    case 'return': {
      const { dueAt } = correctionTimes(change.now, policy, calendar);
      decision.correctionDueAt = dueAt;
      Object.assign(application, { status: 'returned', correctionDueAt: dueAt });
      note('returned', { dueAt: dueAt.toISOString() });
      change.emit('application.returned', { subject: id, data: { ...data, dueAt: dueAt.toISOString() } });
      break;
    }
    case 'reject':
      application.status = 'rejected';
      await releaseFilings(change, id);
      note('rejected');
      change.emit('application.rejected', {
        subject: id,
        data: { ...data, reasonCode: decision.reasonCode ?? 'other' },
      });
      break;
    case 'reroute':
      // The next review opens for this organ; the status stays as it is in between.
      Object.assign(application, {
        organCode: decision.targetOrganCode ?? organCode,
        organName: decision.targetOrganName ?? application.organName,
      });
      note('rerouted');
      break;
  }
}
