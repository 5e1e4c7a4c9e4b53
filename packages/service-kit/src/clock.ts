import { beijingDay } from '@beian/contracts/beijing-day.rules.ts';

/** Where time comes from: rules get it as an argument, tests pass their own. */
export type Clock = { now(): Date };
export const systemClock: Clock = { now: () => new Date() };

/** Today in Beijing, YYYY-MM-DD. */
export const beijingToday = (clock: Clock): string => beijingDay(clock.now());
