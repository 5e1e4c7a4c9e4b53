import type { ApplicationInput, ReviewCause } from '@beian/contracts/workflows.ts';
import { filing } from '../activities.ts';
import { openInbox } from '../inbox.ts';
import { correction } from './correction.ts';
import { showProgress } from './progress.ts';
import { review } from './review.ts';
import { untilTakenBack } from './withdrawal.ts';

export type OneReviewResult = { status: 'completed' | 'rejected' | 'withdrawn' | 'expired' };

/**
 * An application that one organ decides: submitted → in_review → (returned → resubmitted → in_review)* → completed | rejected |
 * withdrawn | expired. Holds ids and codes only. The database decides what is true; this decides what comes next and when.
 */
export async function oneReview(input: ApplicationInput): Promise<OneReviewResult> {
  const inbox = openInbox();
  const status = await untilSettled(inbox, input);
  showProgress(status);
  return { status };
}

async function untilSettled(
  inbox: ReturnType<typeof openInbox>,
  { applicationId, policy }: ApplicationInput,
): Promise<OneReviewResult['status']> {
  const open = (cause: ReviewCause) =>
    filing.openReview({ applicationId, stage: 'first', cause, policy: policy.review });
  let opening = await open({ kind: 'submission' });
  for (;;) {
    if (!opening.opened) {
      await untilTakenBack(inbox, applicationId);
      return 'withdrawn';
    }
    const end = await review(inbox, applicationId, opening, policy);
    if (end.kind === 'withdrawn') return 'withdrawn';
    const { decisionId, effect } = end;
    if (effect.outcome === 'return') {
      const { dueAt, remindAt } = effect;
      const corrected = await correction(inbox, applicationId, { decisionId, dueAt, remindAt }, policy);
      if (corrected.kind !== 'resubmitted') return corrected.kind;
      opening = corrected.opening;
    } else if (effect.outcome === 'reroute') {
      opening = await open({ kind: 'reroute', id: decisionId });
    } else {
      return effect.outcome === 'approve' ? 'completed' : 'rejected';
    }
  }
}
