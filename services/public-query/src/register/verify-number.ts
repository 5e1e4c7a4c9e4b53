import type { VerifiedFiling } from '@beian/contracts/public-register.ts';
import { problem } from '@beian/service-kit/problem.ts';
import type { Deps } from '../deps.ts';
import { RegisterEntry } from './register-entry.entity.ts';

/** 编号核验 (I38): number, status, organ and date of a filing, and nothing else; `not-found` for a number that was never issued. */
export async function verifyNumber(deps: Pick<Deps, 'orm'>, number: string): Promise<VerifiedFiling> {
  const entry = await deps.orm.em.fork().findOne(RegisterEntry, { number });
  if (!entry) throw problem('not-found');
  return {
    number,
    status: entry.cancelledAt ? 'cancelled' : 'completed',
    organCode: entry.organCode ?? null,
    registeredAt: entry.registeredAt.toISOString(),
    ...(entry.cancelledAt ? { cancelledAt: entry.cancelledAt.toISOString() } : {}),
  };
}
