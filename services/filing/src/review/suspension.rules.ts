import type { StaffRole } from '@beian/contracts/vocabulary.ts';
import type { Span } from '@beian/contracts/workflows.ts';
import { beijingDay, morningOfBeijingDay, shiftDay } from '../calendar/beijing-time.rules.ts';
import type { Calendar } from '../calendar/calendar.rules.ts';
import { endOfSpan } from '../calendar/spans.rules.ts';

/** How often one stage of an application may be suspended, whatever comes between: it has one clock (docs/decisions/0021). */
export const mostSuspensions = 2;

/** Why a stage that has been suspended `spent` times may not be suspended by this person; undefined when it may. */
export function suspensionRefusal(
  spent: number,
  { roles }: { roles: readonly StaffRole[] },
): 'task.suspended-before' | 'task.suspensions-spent' | undefined {
  if (spent >= mostSuspensions) return 'task.suspensions-spent';
  return spent > 0 && !roles.includes('senior_reviewer') ? 'task.suspended-before' : undefined;
}

/** The days that a suspension may name: from tomorrow to the last day of the longest span that begins now. */
export function daysToResume(now: Date, longest: Span, calendar: Calendar): { from: string; until: string } {
  const from = shiftDay(beijingDay(now), 1);
  const last = beijingDay(endOfSpan(now, longest, calendar));
  return { from, until: last < from ? from : last };
}

/** When a suspended review goes on by itself: in the morning of its day, and never later than the longest span allows. */
export function wakesAt(
  { suspendedAt, resumeOn }: { suspendedAt: Date; resumeOn: string },
  longest: Span,
  calendar: Calendar,
): Date {
  const morning = morningOfBeijingDay(resumeOn);
  const end = endOfSpan(suspendedAt, longest, calendar);
  return morning < end ? morning : end;
}
