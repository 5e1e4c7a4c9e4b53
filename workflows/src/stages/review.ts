import type {
  DecisionEffect,
  ReviewPolicy,
  ResumedClock,
  ReviewOpening,
  RunningPolicy,
} from '@beian/contracts/workflows.ts';
import { filing } from '../activities.ts';
import type { Inbox } from '../inbox.ts';
import { showProgress } from './progress.ts';
import { suspension } from './suspension.ts';
import { tookBack } from './withdrawal.ts';

export type OpenedReview = Extract<ReviewOpening, { opened: true }>;
type Applied = Extract<DecisionEffect, { applied: true }>;
export type ReviewEnd = { kind: 'withdrawn' } | { kind: 'decided'; decisionId: string; effect: Applied };

type Alarm = { at: string; ring: () => Promise<void> };

/**
 * One review: waits for the decision of its task or for the filer's withdrawal; reminds and escalates on the way (I13). A deadline that
 * passes ends nothing: an organ may be late, and the filer is not to blame. While it is suspended nobody is reminded of anything (I08).
 */
export async function review(
  inbox: Inbox,
  applicationId: string,
  { taskId, dueAt, remindAt, escalateAt }: OpenedReview,
  policy: RunningPolicy,
  reviewPolicy: ReviewPolicy,
): Promise<ReviewEnd> {
  showProgress('in_review', dueAt);
  let alarms = alarmsOf(taskId, { remindAt, escalateAt });

  for (;;) {
    const came = await inbox.waitFor(['decided', 'withdrawn', 'suspended'], alarms[0]?.at);
    if (!came) {
      await alarms.shift()?.ring();
      continue;
    }
    if (await tookBack(inbox, applicationId)) return { kind: 'withdrawn' };
    // A suspension is recorded while the task has no decision: it came before any.
    const suspensionId = inbox.take('suspended');
    if (suspensionId !== undefined) {
      const end = await suspension(inbox, { applicationId, taskId, suspensionId }, policy, reviewPolicy);
      if (end.kind === 'withdrawn') return end;
      if (end.kind === 'resumed') alarms = alarmsOf(taskId, end.clock);
      continue;
    }
    const decisionId = inbox.take('decided');
    if (decisionId === undefined) continue;
    const effect = await filing.applyDecision({
      applicationId,
      taskId,
      decisionId,
      policy: policy.correction,
      acceptance: policy.acceptance,
    });
    if (effect.applied) return { kind: 'decided', decisionId, effect };
  }
}

/** The reminders and escalations that are still to come, in their order; their steps count on from what was given. */
function alarmsOf(
  taskId: string,
  {
    remindAt,
    escalateAt,
    given = { reminders: 0, escalations: 0 },
  }: Pick<ResumedClock, 'remindAt' | 'escalateAt'> & Partial<Pick<ResumedClock, 'given'>>,
): Alarm[] {
  const { reminders, escalations } = given;
  return [
    ...remindAt.map((at, i) => ({ at, ring: () => filing.remindReview({ taskId, step: reminders + i + 1 }) })),
    ...escalateAt.map((at, i) => ({ at, ring: () => filing.escalateReview({ taskId, step: escalations + i + 1 }) })),
  ].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}
