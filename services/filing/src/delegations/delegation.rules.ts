import type { DelegationRole, DelegationStatus } from '@beian/contracts/vocabulary.ts';

type Term = { validFrom: string; validUntil: string; revokedAt?: Date | null };
type Wrong = { path: string[]; code: string; params?: Record<string, string> };

/** How a delegation stands on a day in Beijing. Both its days count. */
export function statusOn({ validFrom, validUntil, revokedAt }: Term, day: string): DelegationStatus {
  if (revokedAt) return 'revoked';
  if (day < validFrom) return 'upcoming';
  return day > validUntil ? 'expired' : 'active';
}

/** The last day that a letter may name: three years from today. */
const latestDay = (today: string): string => `${Number(today.slice(0, 4)) + 3}${today.slice(4)}`;

/** What is wrong with the days of a new delegation. */
export function wrongTerm({ validFrom, validUntil }: Term, today: string): Wrong[] {
  const path = ['validUntil'];
  if (validUntil < today) return [{ path, code: 'delegation.past' }];
  if (validUntil < validFrom) return [{ path, code: 'delegation.period' }];
  const until = latestDay(today);
  return validUntil > until ? [{ path, code: 'delegation.too-long', params: { until } }] : [];
}

/** What of a delegation decides. */
export type Delegated = Term & { role: DelegationRole; holderAccountId: string; uscc: string };
/** `lapsed`: an agent whose letter has run out. He knows the filing, and may do nothing with it. */
export type RightRole = 'holder' | DelegationRole | 'lapsed';
export type Right<D extends Delegated = Delegated> =
  | { role: 'holder' }
  | { role: Exclude<RightRole, 'holder'>; delegation: D };

/**
 * What an account may do with a filing on a day (I02): as its holder, or as whom its holder of that moment has named. What a former holder
 * granted gives nothing: its account is not the holder's.
 */
export function rightOf<D extends Delegated>(
  accountId: string,
  filing: { holderAccountId: string | undefined; uscc: string },
  delegations: readonly D[],
  day: string,
): Right<D> | undefined {
  const { holderAccountId, uscc } = filing;
  if (holderAccountId === undefined) return undefined;
  if (holderAccountId === accountId) return { role: 'holder' };
  const given = delegations.filter((one) => one.holderAccountId === holderAccountId && one.uscc === uscc);
  const active = given.find((one) => statusOn(one, day) === 'active');
  if (active) return { role: active.role, delegation: active };
  const lapsed = given.find((one) => one.role === 'agent' && statusOn(one, day) === 'expired');
  return lapsed && { role: 'lapsed', delegation: lapsed };
}
