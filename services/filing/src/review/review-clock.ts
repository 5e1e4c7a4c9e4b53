import type { ReviewStage } from '@beian/contracts/vocabulary.ts';
import type { ReviewCause, ReviewPolicy } from '@beian/contracts/workflows.ts';
import type { Change } from '@beian/service-kit/mutate.ts';
import { readCalendar } from '../calendar/read-calendar.ts';
import { handedOn, resumed, type ReviewTimes } from '../calendar/review-clock.rules.ts';
import { reviewTimes } from '../calendar/spans.rules.ts';
import { ReviewTaskEntity } from './review.entity.ts';

/**
 * The times of a review that opens now. Each stage of an application has one clock: it starts with the first task, runs on when that is
 * re-routed (N8), stands still from a decision that returns until the review opens again, and then goes on with what was left (G6).
 */
export async function reviewClock(
  change: Change,
  {
    applicationId,
    stage,
    cause,
    policy,
  }: {
    applicationId: string;
    stage: ReviewStage;
    cause: ReviewCause;
    policy: ReviewPolicy;
  },
): Promise<ReviewTimes> {
  const calendar = await readCalendar(change.em);
  const before = await change.em.findOne(ReviewTaskEntity, { applicationId, stage }, { orderBy: { round: 'desc' } });
  if (!before) return reviewTimes(change.now, policy, calendar);
  const times = {
    dueAt: before.dueAt,
    remindAt: before.remindAt.map((at) => new Date(at)),
    escalateAt: before.escalateAt.map((at) => new Date(at)),
  };
  if (cause.kind === 'reroute') return handedOn(times, change.now);
  const pause = { stoppedAt: before.closedAt ?? change.now, resumedAt: change.now };
  return resumed(times, pause, policy.due.unit, calendar);
}
