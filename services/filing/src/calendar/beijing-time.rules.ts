import { endOfBeijingDay } from '@beian/contracts/beijing-day.rules.ts';

export { beijingDay, endOfBeijingDay, shiftDay, startOfBeijingDay } from '@beian/contracts/beijing-day.rules.ts';

/** Nine in the morning in Beijing: when people are reminded. */
export const morningOfBeijingDay = (day: string): Date => new Date(`${day}T09:00:00+08:00`);

/** The instant that a date or time names: of a date, the end of that day in Beijing. */
export const instantOf = (at: string): Date => (at.length === 10 ? endOfBeijingDay(at) : new Date(at));
