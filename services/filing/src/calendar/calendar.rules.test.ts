import { describe, expect, it } from 'vitest';
import { defaultDay, isWorkingDay } from './calendar.rules.ts';

describe('a day by default', () => {
  it.each([
    ['an ordinary Wednesday', '2026-11-25', { working: true, name: '' }],
    ['a Saturday', '2026-11-28', { working: false, name: '' }],
    ['a holiday', '2026-10-01', { working: false, name: '国庆节' }],
    ['the Saturday that makes up for it', '2026-10-10', { working: true, name: '国庆节' }],
    ['a Friday of a year without notice', '2027-10-01', { working: true, name: '' }],
    ['a Sunday of a year without notice', '2027-10-03', { working: false, name: '' }],
  ])('%s', (_what, day, expected) => {
    expect(defaultDay(day)).toEqual(expected);
  });
});

it('what the operators have set goes before the default', () => {
  const calendar = new Map([['2027-10-01', false]]);
  expect(isWorkingDay(calendar, '2027-10-01')).toBe(false);
  expect(isWorkingDay(calendar, '2027-10-08')).toBe(true);
});
