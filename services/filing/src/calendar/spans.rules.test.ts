import { afterEach, describe, expect, it } from 'vitest';
import type { Span } from '@beian/contracts/workflows.ts';
import type { Calendar } from './calendar.rules.ts';
import { amountBetween, correctionTimes, endOfSpan, reviewTimes, shiftWorkingDays } from './spans.rules.ts';

const working = (amount: number): Span => ({ amount, unit: 'working_days' });
const days = (amount: number): Span => ({ amount, unit: 'calendar_days' });
const seconds = (amount: number): Span => ({ amount, unit: 'seconds' });
const beijing = (text: string) => new Date(`${text}+08:00`);
/** As the notices of the State Council say. */
const official: Calendar = new Map();
const zone = process.env['TZ'];
afterEach(() => {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
});

describe('working days', () => {
  it.each([
    ['over a week-end', '2026-11-20', 1, '2026-11-23'],
    ['over the National Day holiday, whose make-up Saturday counts', '2026-09-30', 3, '2026-10-10'],
    ['over the Spring Festival and its make-up days', '2026-02-13', 2, '2026-02-24'],
    ['back over a week-end', '2026-11-23', -1, '2026-11-20'],
    ['none at all', '2026-11-21', 0, '2026-11-21'],
  ])('%s', (_what, from, count, expected) => {
    expect(shiftWorkingDays(from, count, official)).toBe(expected);
  });

  it.each(['UTC', 'Asia/Shanghai', 'America/Los_Angeles', 'Pacific/Kiritimati'])('are the same in %s', (name) => {
    process.env['TZ'] = name;
    expect(shiftWorkingDays('2026-09-30', 3, official)).toBe('2026-10-10');
    expect(endOfSpan(beijing('2026-09-30T23:59:00'), working(1), official)).toEqual(beijing('2026-10-08T23:59:59'));
  });
});

describe('a calendar that the operators have changed', () => {
  const changed: Calendar = new Map([
    ['2026-11-26', false],
    ['2026-11-28', true],
    ['2027-10-01', false],
  ]);

  it.each([
    ['skips a day that is off now', '2026-11-25', 1, '2026-11-27'],
    ['counts a Saturday that is worked', '2026-11-26', 2, '2026-11-28'],
    ['counts both backwards too', '2026-11-30', -2, '2026-11-27'],
    ['goes on by week-ends in a year that no notice covers yet', '2027-09-30', 1, '2027-10-04'],
  ])('%s', (_what, from, count, expected) => {
    expect(shiftWorkingDays(from, count, changed)).toBe(expected);
  });
});

describe('what lies between two times', () => {
  it.each([
    ['working days over a week-end', '2026-11-20T08:00:00', '2026-11-24T23:59:59', 'working_days', 2],
    ['none within a day', '2026-11-20T00:00:00', '2026-11-20T23:59:59', 'working_days', 0],
    ['none over a week-end alone', '2026-11-20T10:00:00', '2026-11-22T10:00:00', 'working_days', 0],
    ['backwards, negative', '2026-11-24T10:00:00', '2026-11-20T10:00:00', 'working_days', -2],
    ['calendar days', '2026-11-20T08:00:00', '2026-11-24T23:59:59', 'calendar_days', 4],
    ['seconds', '2026-11-20T08:00:00', '2026-11-20T08:01:30', 'seconds', 90],
  ] as const)('%s', (_what, from, to, unit, expected) => {
    expect(amountBetween(beijing(from), beijing(to), unit, official)).toBe(expected);
  });
});

describe('a span', () => {
  it('in days ends with its last day in Beijing, the day it begins on not counted', () => {
    expect(endOfSpan(beijing('2026-11-20T00:00:01'), days(1), official)).toEqual(beijing('2026-11-21T23:59:59'));
    expect(endOfSpan(beijing('2026-11-20T23:59:59'), days(1), official)).toEqual(beijing('2026-11-21T23:59:59'));
    expect(endOfSpan(beijing('2026-12-31T12:00:00'), days(30), official)).toEqual(beijing('2027-01-30T23:59:59'));
  });

  it('in seconds is exact', () => {
    expect(endOfSpan(beijing('2026-11-20T10:00:00'), seconds(90), official)).toEqual(beijing('2026-11-20T10:01:30'));
  });
});

describe('the deadlines', () => {
  it('of a review remind in the morning and escalate when a day is over', () => {
    const policy = { due: working(10), remindAfter: [working(8)], escalateAfter: [working(10)] };
    expect(reviewTimes(beijing('2026-11-02T15:00:00'), policy, official)).toEqual({
      dueAt: beijing('2026-11-16T23:59:59'),
      remindAt: [beijing('2026-11-12T09:00:00')],
      escalateAt: [beijing('2026-11-16T23:59:59')],
    });
  });

  it('of a correction remind before its end, and not before it began', () => {
    const policy = { due: working(2), remindBefore: [working(5), working(1)] };
    expect(correctionTimes(beijing('2026-11-23T10:00:00'), policy, official)).toEqual({
      dueAt: beijing('2026-11-25T23:59:59'),
      remindAt: [beijing('2026-11-24T09:00:00')],
    });
  });
});
