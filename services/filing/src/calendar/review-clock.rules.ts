import type { Span } from '@beian/contracts/workflows.ts';
import type { Calendar } from './calendar.rules.ts';
import { amountBetween, endOfSpan, morningAfter } from './spans.rules.ts';

/** When a review is due, and when it is reminded of and escalated. */
export type ReviewTimes = { dueAt: Date; remindAt: Date[]; escalateAt: Date[] };

/** When the clock stopped, and when it went on. */
type Pause = { stoppedAt: Date; resumedAt: Date };

/** A re-routed review stays on its clock (N8): the same times. Reminders of the past have been given; an escalation of the past is for the next organ too. */
export const handedOn = ({ dueAt, remindAt, escalateAt }: ReviewTimes, at: Date): ReviewTimes => ({
  dueAt,
  remindAt: remindAt.filter((time) => time > at),
  escalateAt,
});

/**
 * A review that goes on after the filer had the application (G6, N5): as much is left of each time as when the clock stopped, counted in
 * the unit of the policy, and at least one of that unit until it is due. The day of the return and the day of the resubmission are the
 * first days of their spans, so neither counts.
 */
export function resumed(
  times: ReviewTimes,
  { stoppedAt, resumedAt }: Pause,
  unit: Span['unit'],
  calendar: Calendar,
): ReviewTimes {
  const grace = Math.max(0, 1 - amountBetween(stoppedAt, times.dueAt, unit, calendar));
  return goneOn(times, { stoppedAt, resumedAt, grace }, unit, calendar);
}

/**
 * A review that goes on after it was suspended (I08): the same, but for what was overdue, which stays overdue with the same deadline. The
 * organ stopped the clock itself, and gains nothing by it.
 */
export function afterSuspension(times: ReviewTimes, pause: Pause, unit: Span['unit'], calendar: Calendar): ReviewTimes {
  if (times.dueAt > pause.stoppedAt) return resumed(times, pause, unit, calendar);
  return { ...goneOn(times, { ...pause, grace: 0 }, unit, calendar), dueAt: times.dueAt };
}

function goneOn(
  times: ReviewTimes,
  { stoppedAt, resumedAt, grace }: Pause & { grace: number },
  unit: Span['unit'],
  calendar: Calendar,
): ReviewTimes {
  const spanTo = (time: Date): Span => ({ amount: amountBetween(stoppedAt, time, unit, calendar) + grace, unit });
  return {
    dueAt: endOfSpan(resumedAt, spanTo(times.dueAt), calendar),
    remindAt: times.remindAt
      .map(spanTo)
      .filter(({ amount }) => amount > 0)
      .map((span) => morningAfter(resumedAt, span, calendar)),
    escalateAt: times.escalateAt.map((time) => endOfSpan(resumedAt, spanTo(time), calendar)),
  };
}
