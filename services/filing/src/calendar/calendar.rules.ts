import chineseDays from 'chinese-days';

/** Days that the operators have set, and whether people work then; every other day is as the State Council's notice says (I34). */
export type Calendar = ReadonlyMap<string, boolean>;

export type Day = { working: boolean; name: string };

// The library reads local dates: noon of that day, whatever the zone of the machine.
function noonOf(day: string): Date {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date, 12);
}

/**
 * What a day is by default: the holidays and make-up days of the notices that chinese-days knows, otherwise Monday to Friday. Only what
 * a notice names has a name.
 */
export function defaultDay(day: string): Day {
  // `National Day,国庆节,3`, or the day of the week in one word.
  const { work, name } = chineseDays.getDayDetail(noonOf(day));
  return { working: work, name: name.split(',')[1] ?? '' };
}

/** Whether people work on a day. */
export const isWorkingDay = (calendar: Calendar, day: string): boolean => calendar.get(day) ?? defaultDay(day).working;

/** Monday to Friday. */
export function isWeekday(day: string): boolean {
  const of = noonOf(day).getDay();
  return of >= 1 && of <= 5;
}
