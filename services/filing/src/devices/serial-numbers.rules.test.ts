import { expect, it } from 'vitest';
import { freeSerials } from './serial-numbers.rules.ts';

it('a row without a number gets its position if that is free', () => {
  expect(freeSerials([1, 2, 4], [3])).toEqual([3]);
  expect(freeSerials([], [1, 2, 3])).toEqual([1, 2, 3]);
});

it('else the lowest number that nobody has', () => {
  expect(freeSerials([1, 2, 3, 999_999], [2, 3])).toEqual([4, 5]);
  expect(freeSerials([2, 3], [2])).toEqual([1]);
});

it('no number is given twice', () => {
  const given = freeSerials([2, 5, 6], [1, 5, 6, 3]);
  expect(new Set([2, 5, 6, ...given]).size).toBe(7);
});
