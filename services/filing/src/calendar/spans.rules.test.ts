import { afterEach, describe, expect, it } from 'vitest';
import type { Span } from '@beian/contracts/workflows.ts';
import { correctionTimes, endOfSpan, reviewTimes, shiftWorkingDays } from './spans.rules.ts';

const working = (amount: number): Span => ({ amount, unit: 'working_days' });
const days = (amount: number): Span => ({ amount, unit: 'calendar_days' });
const seconds = (amount: number): Span => ({ amount, unit: 'seconds' });
const beijing = (text: string) => new Date(`${text}+08:00`);
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
    expect(shiftWorkingDays(from, count)).toBe(expected);
  });

  it.each(['UTC', 'Asia/Shanghai', 'America/Los_Angeles', 'Pacific/Kiritimati'])('are the same in %s', (name) => {
    process.env['TZ'] = name;
    expect(shiftWorkingDays('2026-09-30', 3)).toBe('2026-10-10');
    expect(endOfSpan(beijing('2026-09-30T23:59:00'), working(1))).toEqual(beijing('2026-10-08T23:59:59'));
  });
});

describe('a span', () => {
  it('in days ends with its last day in Beijing, the day it begins on not counted', () => {
    expect(endOfSpan(beijing('2026-11-20T00:00:01'), days(1))).toEqual(beijing('2026-11-21T23:59:59'));
    expect(endOfSpan(beijing('2026-11-20T23:59:59'), days(1))).toEqual(beijing('2026-11-21T23:59:59'));
    expect(endOfSpan(beijing('2026-12-31T12:00:00'), days(30))).toEqual(beijing('2027-01-30T23:59:59'));
  });

  it('in seconds is exact', () => {
    expect(endOfSpan(beijing('2026-11-20T10:00:00'), seconds(90))).toEqual(beijing('2026-11-20T10:01:30'));
  });
});

describe('the deadlines', () => {
  it('of a review remind in the morning and escalate when a day is over', () => {
    const policy = { due: working(10), remindAfter: [working(8)], escalateAfter: [working(10)] };
    expect(reviewTimes(beijing('2026-11-02T15:00:00'), policy)).toEqual({
      dueAt: beijing('2026-11-16T23:59:59'),
      remindAt: [beijing('2026-11-12T09:00:00')],
      escalateAt: [beijing('2026-11-16T23:59:59')],
    });
  });

  it('of a correction remind before its end, and not before it began', () => {
    const policy = { due: working(2), remindBefore: [working(5), working(1)] };
    expect(correctionTimes(beijing('2026-11-23T10:00:00'), policy)).toEqual({
      dueAt: beijing('2026-11-25T23:59:59'),
      remindAt: [beijing('2026-11-24T09:00:00')],
    });
  });
});
