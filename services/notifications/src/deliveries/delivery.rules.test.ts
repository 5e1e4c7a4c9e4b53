import { expect, it } from 'vitest';
import { afterAttempt } from './delivery.rules.ts';

const now = new Date('2026-11-25T08:00:00Z');
const after = (attempts: number) => afterAttempt({ outcome: 'failed', reason: 'ESOCKET' }, attempts, now);
const pauseOf = (attempts: number) => (after(attempts).nextAttemptAt.getTime() - now.getTime()) / 1000;

it('what failed is tried again after ever longer pauses, up to an hour', () => {
  expect([1, 2, 3, 10, 11, 12, 20].map(pauseOf)).toEqual([5, 10, 20, 2560, 3600, 3600, 3600]);
  expect(after(1)).toMatchObject({ state: 'failed', lastError: 'ESOCKET', sentAt: null });
});

it('what fails for good, or too often, is given up', () => {
  expect(afterAttempt({ outcome: 'given_up', reason: 'EENVELOPE 550' }, 1, now).state).toBe('given_up');
  expect([23, 24].map((attempts) => after(attempts).state)).toEqual(['failed', 'given_up']);
});

it('what is sent is done', () => {
  expect(afterAttempt({ outcome: 'sent' }, 3, now)).toMatchObject({ state: 'sent', lastError: null, sentAt: now });
});
