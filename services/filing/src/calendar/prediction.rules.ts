import { beijingDay, endOfBeijingDay } from './beijing-time.rules.ts';
import type { Calendar } from './calendar.rules.ts';
import { amountBetween, shiftWorkingDays } from './spans.rules.ts';

/** Fewer say nothing of the next one. */
export const casesForPrediction = 5;

/**
 * When a review that opened is decided if it goes as the organ's last ones went (N5): the end of the day that lies the median of their
 * working days later. Undefined for too few cases, and once that day is over.
 */
export function predictedEnd(
  openedAt: Date,
  past: readonly { openedAt: Date; closedAt: Date }[],
  now: Date,
  calendar: Calendar,
): Date | undefined {
  if (past.length < casesForPrediction) return undefined;
  const days = past
    .map((one) => amountBetween(one.openedAt, one.closedAt, 'working_days', calendar))
    .toSorted((a, b) => a - b);
  const median = days[Math.floor(days.length / 2)] ?? 0;
  const end = endOfBeijingDay(shiftWorkingDays(beijingDay(openedAt), median, calendar));
  return end > now ? end : undefined;
}
