import { inForceFrom } from '@beian/contracts/regulation.ts';
import { shiftDay } from '../calendar/beijing-time.rules.ts';
import { isWorkingDay, type Calendar } from '../calendar/calendar.rules.ts';

/** Nothing was filed before the regulation came into force. */
export const firstDay = inForceFrom;

/**
 * The working days numbered for SQL: entry `i` is how many working days there are from `firstDay` up to the day `i` days later. The
 * working days after one day up to another are then the difference of two numbers.
 */
export function workingDayNumbers(until: string, calendar: Calendar): number[] {
  const numbers: number[] = [];
  let number = 0;
  for (let day = firstDay; day <= until; day = shiftDay(day, 1)) {
    if (isWorkingDay(calendar, day)) number += 1;
    numbers.push(number);
  }
  return numbers;
}
