import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountBetween } from '../calendar/spans.rules.ts';
import { shiftDay, startOfBeijingDay } from '../calendar/beijing-time.rules.ts';
import { branchesOf } from './branches.rules.ts';
import { percentile } from './percentile.rules.ts';
import { firstDay, workingDayNumbers } from './working-day-numbers.rules.ts';

describe('working days by their numbers', () => {
  it('are as many as the clock of a review counts, holidays and what operators set included', () => {
    const calendar = new Map([['2025-10-09', false]]);
    const numbers = workingDayNumbers('2026-12-31', calendar);
    const day = fc.integer({ min: 0, max: numbers.length - 1 });
    fc.assert(
      fc.property(day, day, (a, b) => {
        const at = (index: number) => startOfBeijingDay(shiftDay(firstDay, index));
        const counted = amountBetween(at(a), at(b), 'working_days', calendar);
        // What is before comes out as -0 where nothing lies between.
        expect((numbers[b] ?? 0) - (numbers[a] ?? 0)).toBe(counted + 0);
      }),
    );
  });
});

describe('the branches below an organ', () => {
  const organs = [
    { code: '000000', superiorCode: null },
    { code: '440000', superiorCode: '000000' },
    { code: '440300', superiorCode: '440000' },
    { code: '440305', superiorCode: '440300' },
    { code: '440305-T1', superiorCode: '440305' },
    { code: '441900', superiorCode: '440000' },
    { code: '110000', superiorCode: '000000' },
  ];

  it('are its direct subordinates with all that is below these', () => {
    expect(branchesOf(organs, '440000')).toEqual([
      { code: '440000', under: '440000' },
      { code: '440300', under: '440300' },
      { code: '440305', under: '440300' },
      { code: '440305-T1', under: '440300' },
      { code: '441900', under: '441900' },
    ]);
  });
  it('are itself where nobody is below, and nothing where it is not known', () => {
    expect(branchesOf(organs, '441900')).toEqual([{ code: '441900', under: '441900' }]);
    expect(branchesOf(organs, '999999')).toEqual([]);
  });
});

describe('a percentile', () => {
  it.each([
    [[1, 1, 2, 3, 10], 0.5, 2],
    [[1, 1, 2, 3, 10], 0.9, 10],
    [[1, 2], 0.5, 1],
    [[4], 0.9, 4],
    [[1, 1, 1, 1, 1, 1, 1, 1, 1, 9], 0.9, 1],
  ])('of %j at %d is %d', (days, share, expected) => {
    const histogram = days.map((one) => ({ days: one, count: 1 }));
    expect(percentile(histogram, share)).toBe(expected);
  });
  it('of nothing is unknown', () => {
    expect(percentile([], 0.5)).toBeNull();
  });
});
