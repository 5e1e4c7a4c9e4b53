import type { CorrectionPolicy, ReviewPolicy, Span } from '@beian/contracts/workflows.ts';
import { beijingDay, endOfBeijingDay, morningOfBeijingDay, shiftDay } from './beijing-time.rules.ts';
import { isWorkingDay, type Calendar } from './calendar.rules.ts';

type Unit = Span['unit'];

/** The day that lies a number of working days after a day (before it when negative); holidays and make-up days included. */
export function shiftWorkingDays(day: string, count: number, calendar: Calendar): string {
  const step = Math.sign(count);
  let at = day;
  for (let left = Math.abs(count); left > 0;) {
    at = shiftDay(at, step);
    if (isWorkingDay(calendar, at)) left -= 1;
  }
  return at;
}

const shift = (day: string, { amount, unit }: Span, sign: 1 | -1, calendar: Calendar): string =>
  unit === 'working_days' ? shiftWorkingDays(day, sign * amount, calendar) : shiftDay(day, sign * amount);

/** When a span that begins now is over. Spans in days end with their last day in Beijing; the first day is the next one (民法典 art. 201). */
export const endOfSpan = (from: Date, span: Span, calendar: Calendar): Date =>
  span.unit === 'seconds'
    ? new Date(from.getTime() + span.amount * 1000)
    : endOfBeijingDay(shift(beijingDay(from), span, 1, calendar));

/** The morning of the last day of a span that begins now. */
export const morningAfter = (from: Date, span: Span, calendar: Calendar): Date =>
  span.unit === 'seconds'
    ? endOfSpan(from, span, calendar)
    : morningOfBeijingDay(shift(beijingDay(from), span, 1, calendar));
const morningBefore = (end: Date, span: Span, calendar: Calendar): Date =>
  span.unit === 'seconds'
    ? new Date(end.getTime() - span.amount * 1000)
    : morningOfBeijingDay(shift(beijingDay(end), span, -1, calendar));

/** How much of a unit lies between two times: the days after the first up to the last, both in Beijing. Negative when `to` is the earlier one. */
export function amountBetween(from: Date, to: Date, unit: Unit, calendar: Calendar): number {
  if (unit === 'seconds') return (to.getTime() - from.getTime()) / 1000;
  const [first, last] = [beijingDay(from), beijingDay(to)];
  const [early, late] = first <= last ? [first, last] : [last, first];
  let days = 0;
  for (let day = shiftDay(early, 1); day <= late; day = shiftDay(day, 1)) {
    if (unit === 'calendar_days' || isWorkingDay(calendar, day)) days += 1;
  }
  return first <= last ? days : -days;
}

/** The deadlines of a review that opens at `from`. */
export const reviewTimes = (from: Date, policy: ReviewPolicy, calendar: Calendar) => ({
  dueAt: endOfSpan(from, policy.due, calendar),
  remindAt: policy.remindAfter.map((span) => morningAfter(from, span, calendar)),
  escalateAt: policy.escalateAfter.map((span) => endOfSpan(from, span, calendar)),
});

/** The deadline of a correction that begins at `from`, and its reminders; those that would lie before it are left out. */
export function correctionTimes(from: Date, policy: CorrectionPolicy, calendar: Calendar) {
  const dueAt = endOfSpan(from, policy.due, calendar);
  return { dueAt, remindAt: remindersBefore(dueAt, from, policy, calendar) };
}

/** When a filer is reminded of a deadline; what would lie before `from` is left out. */
export const remindersBefore = (dueAt: Date, from: Date, policy: CorrectionPolicy, calendar: Calendar): Date[] =>
  policy.remindBefore.map((span) => morningBefore(dueAt, span, calendar)).filter((at) => at > from);

/** The deadline of a correction that gets the same time once more. */
export const extendedDeadline = (dueAt: Date, policy: CorrectionPolicy, calendar: Calendar): Date =>
  endOfSpan(dueAt, policy.due, calendar);
