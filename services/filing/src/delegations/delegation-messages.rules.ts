import type { DelegationMessage } from '@beian/contracts/vocabulary.ts';
import { morningOfBeijingDay, shiftDay } from '../calendar/beijing-time.rules.ts';

/** Days before the last one on which both sides are told that it comes. */
const warnDays = 7;

type Told = { validUntil: string; createdAt: Date; revokedAt?: Date | null; told?: DelegationMessage | null };
type Due = { message: DelegationMessage; at: Date };

/**
 * The message of a delegation that comes next, and from when on; undefined after the last one. Each comes once: granted, then a week before
 * the last day and on the morning after it, or revoked. Who was granted less than that week is not told twice when it ends, and after a
 * long pause only the last one due comes.
 */
export function nextMessage({ validUntil, createdAt, revokedAt, told }: Told, now: Date): Due | undefined {
  if (!told) return { message: 'granted', at: createdAt };
  if (told === 'expired' || told === 'revoked') return undefined;
  if (revokedAt) return { message: 'revoked', at: revokedAt };
  const expiring = morningOfBeijingDay(shiftDay(validUntil, -warnDays));
  const expired = morningOfBeijingDay(shiftDay(validUntil, 1));
  const warned = told === 'expiring' || expiring <= createdAt || expired <= now;
  return warned ? { message: 'expired', at: expired } : { message: 'expiring', at: expiring };
}
