import type { DeliveryState } from './delivery.entity.ts';

const firstPauseMs = 5_000;
const longestPauseMs = 3_600_000;
/** With these pauses some 15 hours. */
const maxAttempts = 24;

export type Attempt =
  | { outcome: 'sent' }
  /** Trying again may help. */
  | { outcome: 'failed'; reason: string }
  | { outcome: 'given_up'; reason: string };

/** What a delivery becomes after its `attempts`-th attempt: tried again after 5 s, doubled up to an hour, given up after 24. */
export function afterAttempt(
  attempt: Attempt,
  attempts: number,
  now: Date,
): { state: DeliveryState; nextAttemptAt: Date; lastError: string | null; sentAt: Date | null } {
  if (attempt.outcome === 'sent') return { state: 'sent', nextAttemptAt: now, lastError: null, sentAt: now };
  const over = attempt.outcome === 'given_up' || attempts >= maxAttempts;
  const pause = Math.min(longestPauseMs, firstPauseMs * 2 ** (attempts - 1));
  return {
    state: over ? 'given_up' : 'failed',
    nextAttemptAt: new Date(now.getTime() + pause),
    lastError: attempt.reason,
    sentAt: null,
  };
}
