import type { PageQuery } from '@beian/contracts/common.ts';
import type { SharingCredentialList } from '@beian/contracts/sharing.ts';
import type { Actor } from '@beian/service-kit/actor.ts';
import { decodeCursor, IdPosition, page } from '@beian/service-kit/pagination.ts';
import type { Deps } from '../deps.ts';
import { presentSharingCredentials } from './present-sharing-credential.ts';
import { SharingCredentialEntity } from './sharing-credential.entity.ts';
import { requireSharer } from './sharing-scope.ts';

/** The credentials for areas within that of the operator's organ, whoever made them; the newest first, also those that have ended. */
export async function listSharingCredentials(
  deps: Deps,
  by: Actor,
  { cursor, limit }: PageQuery,
): Promise<SharingCredentialList> {
  const { organ } = requireSharer(by);
  const [after] = decodeCursor(cursor, IdPosition) ?? [];
  const em = deps.orm.em.fork();
  const rows = await em.find(
    SharingCredentialEntity,
    {
      ...(organ.level === 'national' ? {} : { area: { $like: `${organ.divisionCode}%` } }),
      ...(after === undefined ? {} : { id: { $lt: after } }),
    },
    { orderBy: { id: 'desc' }, limit: limit + 1 },
  );
  const { items, next } = page(rows, limit, (row) => [row.id]);
  return { items: await presentSharingCredentials(em, items, deps.clock.now()), ...(next ? { next } : {}) };
}
