import type { FilterQuery } from '@mikro-orm/core';
import type { PageQuery } from '@beian/contracts/common.ts';
import type { Delegation, IncomingDelegation } from '@beian/contracts/delegations.ts';
import { requireFiler, type Actor } from '@beian/service-kit/actor.ts';
import { decodeCursor, IdPosition, page } from '@beian/service-kit/pagination.ts';
import { problem } from '@beian/service-kit/problem.ts';
import type { Deps } from '../deps.ts';
import { DelegationEntity } from './delegation.entity.ts';
import { presentDelegation, presentIncoming } from './present-delegation.ts';

/** What the account has granted (I02), newest first, also what has ended. */
export async function listDelegations(
  deps: Deps,
  by: Actor,
  query: PageQuery,
): Promise<{ items: Delegation[]; next?: string }> {
  const { accountId } = requireFiler(by);
  const { items, next } = await pageOf(deps, { holderAccountId: accountId }, query);
  const now = deps.clock.now();
  return { items: items.map((one) => presentDelegation(deps, one, now)), ...(next ? { next } : {}) };
}

/** One of them; somebody else's is `not-found`. */
export async function getDelegation(deps: Deps, by: Actor, id: string): Promise<Delegation> {
  const { accountId } = requireFiler(by);
  const delegation = await deps.orm.em.fork().findOne(DelegationEntity, { id, holderAccountId: accountId });
  if (!delegation) throw problem('not-found');
  return presentDelegation(deps, delegation, deps.clock.now());
}

/** What was granted to the person of this account, newest first, also before the account existed. What was revoked is gone. */
export async function listIncomingDelegations(
  deps: Deps,
  by: Actor,
  query: PageQuery,
): Promise<{ items: IncomingDelegation[]; next?: string }> {
  const { personHashes = [] } = requireFiler(by);
  const { items, next } = await pageOf(deps, { granteeHash: { $in: personHashes }, revokedAt: null }, query);
  const now = deps.clock.now();
  return { items: items.map((one) => presentIncoming(one, now)), ...(next ? { next } : {}) };
}

async function pageOf(deps: Deps, of: FilterQuery<DelegationEntity>, { cursor, limit }: PageQuery) {
  const [after] = decodeCursor(cursor, IdPosition) ?? [];
  const where = after === undefined ? of : { $and: [of, { id: { $lt: after } }] };
  const rows = await deps.orm.em.fork().find(DelegationEntity, where, { orderBy: { id: 'desc' }, limit: limit + 1 });
  return page(rows, limit, (row) => [row.id]);
}
