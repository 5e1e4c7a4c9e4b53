import { describe, expect, it } from 'vitest';
import { inForceOn, stateOf } from './versions.rules.ts';

const builtIn = { number: 1, effectiveFrom: '2025-04-01' };
const spring = { number: 2, effectiveFrom: '2026-03-01' };
const earlier = { number: 3, effectiveFrom: '2026-02-01' };
const springAgain = { number: 4, effectiveFrom: '2026-03-01' };

describe('the version in force', () => {
  it.each([
    ['2025-03-31', undefined],
    ['2025-04-01', 1],
    ['2026-01-31', 1],
    ['2026-02-01', 3],
    ['2026-02-28', 3],
    ['2026-03-01', 4],
    ['2030-01-01', 4],
  ])('on %s is %s, whatever the order of adding', (day, number) => {
    expect(inForceOn([springAgain, builtIn, spring, earlier], day)?.number).toBe(number);
  });
});

it('a version waits, is in force, and is superseded', () => {
  const all = [builtIn, spring];
  expect(stateOf(spring, all, '2026-02-28')).toBe('upcoming');
  expect(stateOf(builtIn, all, '2026-02-28')).toBe('in_force');
  expect(stateOf(spring, all, '2026-03-01')).toBe('in_force');
  expect(stateOf(builtIn, all, '2026-03-01')).toBe('superseded');
});
