import type { ApplicationInput, ReviewCause, ReviewPolicy } from '@beian/contracts/workflows.ts';
import type { ReviewStage } from '@beian/contracts/vocabulary.ts';
import { filing } from '../activities.ts';
import type { Inbox } from '../inbox.ts';
import { correction } from './correction.ts';
import { review } from './review.ts';
import { untilTakenBack } from './withdrawal.ts';

export type ReviewsEnd = 'approved' | 'rejected' | 'withdrawn' | 'expired';

/**
 * The reviews that an application goes through, one after the other: submitted → in_review → (returned → resubmitted → in_review)* →
 * [second_review]. A correction goes back to the first, and of the check of an appeal's validity to that check; a second review that
 * differs opens the first anew. Ends with the last approval, or with what ends an application before it.
 */
export async function reviews(
  inbox: Inbox,
  { applicationId, policy }: ApplicationInput,
  stages: readonly ReviewStage[],
  policyOf: (stage: ReviewStage) => ReviewPolicy = () => policy.review,
): Promise<ReviewsEnd> {
  const open = (stage: ReviewStage, cause: ReviewCause) =>
    filing.openReview({ applicationId, stage, cause, policy: policyOf(stage) });
  let stage: ReviewStage = stages[0] ?? 'first';
  let opening = await open(stage, { kind: 'submission' });
  for (;;) {
    if (!opening.opened) {
      await untilTakenBack(inbox, applicationId, opening.withdrawalId);
      return 'withdrawn';
    }
    const end = await review(inbox, applicationId, opening, policy, policyOf(stage));
    if (end.kind === 'withdrawn') return 'withdrawn';
    const { decisionId, effect } = end;
    if (effect.outcome === 'return') {
      const { dueAt, remindAt } = effect;
      stage = stage === 'second' ? 'first' : stage;
      const again = { stage, reviewPolicy: policyOf(stage) };
      const corrected = await correction(inbox, applicationId, { decisionId, dueAt, remindAt }, policy, again);
      if (corrected.kind !== 'resubmitted') return corrected.kind;
      opening = corrected.opening;
    } else if (effect.outcome === 'reroute') {
      opening = await open(stage, { kind: 'reroute', id: decisionId });
    } else if (effect.outcome === 'disagree') {
      stage = 'first';
      opening = await open(stage, { kind: 'disagreement', id: decisionId });
    } else if (effect.outcome === 'reject') {
      return 'rejected';
    } else {
      const next: ReviewStage | undefined = stages[stages.indexOf(stage) + 1];
      if (next === undefined) return 'approved';
      stage = next;
      opening = await open(stage, { kind: 'approval', id: decisionId });
    }
  }
}
