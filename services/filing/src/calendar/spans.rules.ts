import chineseDays from 'chinese-days';
import type { CorrectionPolicy, ReviewPolicy, Span } from '@beian/contracts/workflows.ts';
import { beijingDay, endOfBeijingDay, morningOfBeijingDay, shiftDay } from './beijing-time.rules.ts';

// The library reads local dates: noon of that day, whatever the zone of the machine.
const isWorkingDay = (day: string): boolean => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return chineseDays.isWorkday(new Date(year, month - 1, date, 12));
};

/** The day that lies a number of working days after a day (before it when negative); holidays and make-up days of the State Council included. */
export function shiftWorkingDays(day: string, count: number): string {
  const step = Math.sign(count);
  let at = day;
  for (let left = Math.abs(count); left > 0;) {
    at = shiftDay(at, step);
    if (isWorkingDay(at)) left -= 1;
  }
  return at;
}

const shift = (day: string, { amount, unit }: Span, sign: 1 | -1): string =>
  unit === 'working_days' ? shiftWorkingDays(day, sign * amount) : shiftDay(day, sign * amount);

/** When a span that begins now is over. Spans in days end with their last day in Beijing; the first day is the next one (民法典 art. 201). */
export const endOfSpan = (from: Date, span: Span): Date =>
  span.unit === 'seconds'
    ? new Date(from.getTime() + span.amount * 1000)
    : endOfBeijingDay(shift(beijingDay(from), span, 1));

const morningAfter = (from: Date, span: Span): Date =>
  span.unit === 'seconds' ? endOfSpan(from, span) : morningOfBeijingDay(shift(beijingDay(from), span, 1));
const morningBefore = (end: Date, span: Span): Date =>
  span.unit === 'seconds'
    ? new Date(end.getTime() - span.amount * 1000)
    : morningOfBeijingDay(shift(beijingDay(end), span, -1));

/** The deadlines of a review that opens at `from`. */
export const reviewTimes = (from: Date, policy: ReviewPolicy) => ({
  dueAt: endOfSpan(from, policy.due),
  remindAt: policy.remindAfter.map((span) => morningAfter(from, span)),
  escalateAt: policy.escalateAfter.map((span) => endOfSpan(from, span)),
});

/** The deadline of a correction that begins at `from`, and its reminders; those that would lie before it are left out. */
export function correctionTimes(from: Date, policy: CorrectionPolicy) {
  const dueAt = endOfSpan(from, policy.due);
  return { dueAt, remindAt: remindersBefore(dueAt, from, policy) };
}

/** When a filer is reminded of a deadline; what would lie before `from` is left out. */
export const remindersBefore = (dueAt: Date, from: Date, policy: CorrectionPolicy): Date[] =>
  policy.remindBefore.map((span) => morningBefore(dueAt, span)).filter((at) => at > from);

/** The deadline of a correction that gets the same time once more. */
export const extendedDeadline = (dueAt: Date, policy: CorrectionPolicy): Date => endOfSpan(dueAt, policy.due);
