import type { DecisionEffect, Policy, ReviewOpening } from '@beian/contracts/workflows.ts';
import { filing } from '../activities.ts';
import type { Inbox } from '../inbox.ts';
import { showProgress } from './progress.ts';
import { tookBack } from './withdrawal.ts';

export type OpenedReview = Extract<ReviewOpening, { opened: true }>;
type Applied = Extract<DecisionEffect, { applied: true }>;
export type ReviewEnd = { kind: 'withdrawn' } | { kind: 'decided'; decisionId: string; effect: Applied };

type Alarm = { at: string; ring: () => Promise<void> };

/**
 * One review: waits for the decision of its task or for the filer's withdrawal; reminds and escalates on the way (I13). A deadline that
 * passes ends nothing: an organ may be late, and the filer is not to blame.
 */
export async function review(
  inbox: Inbox,
  applicationId: string,
  { taskId, dueAt, remindAt, escalateAt }: OpenedReview,
  policy: Policy,
): Promise<ReviewEnd> {
  showProgress('in_review', dueAt);
  const alarms: Alarm[] = [
    ...remindAt.map((at, i) => ({ at, ring: () => filing.remindReview({ taskId, step: i + 1 }) })),
    ...escalateAt.map((at, i) => ({ at, ring: () => filing.escalateReview({ taskId, step: i + 1 }) })),
  ].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));

  for (;;) {
    const came = await inbox.waitFor(['decided', 'withdrawn'], alarms[0]?.at);
    if (!came) {
      await alarms.shift()?.ring();
      continue;
    }
    if (await tookBack(inbox, applicationId)) return { kind: 'withdrawn' };
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
