import { inForceFrom } from './regulation.ts';

/** The last day to file a system (art. 14 ¶1), YYYY-MM-DD in Beijing; the first day is not counted. Before the regulation: 90 days from its first day. */
export function filingDeadline(firstUseOn: string): { deadline: string; transition: boolean } {
  const transition = firstUseOn < inForceFrom;
  return { deadline: transition ? daysAfter(inForceFrom, 90) : daysAfter(firstUseOn, 30), transition };
}

const daysAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
