import { shiftDay } from './beijing-day.rules.ts';
import { inForceFrom } from './regulation.ts';

/** The last day to file a system (art. 14 ¶1), YYYY-MM-DD in Beijing; the first day is not counted. Before the regulation: 90 days from its first day. */
export function filingDeadline(firstUseOn: string): { deadline: string; transition: boolean } {
  const transition = firstUseOn < inForceFrom;
  return { deadline: transition ? shiftDay(inForceFrom, 90) : shiftDay(firstUseOn, 30), transition };
}
