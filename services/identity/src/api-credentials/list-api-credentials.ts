import type { ApiCredential } from '@beian/contracts/api-credentials.ts';
import type { PageQuery } from '@beian/contracts/common.ts';
import { requireFiler, requirePerson, type Actor } from '@beian/service-kit/actor.ts';
import { decodeCursor, IdPosition, page } from '@beian/service-kit/pagination.ts';
import type { Deps } from '../deps.ts';
import { ApiCredentialEntity } from './api-credential.entity.ts';
import { presentApiCredential } from './present-api-credential.ts';

/** The account's credentials, the newest first, also those that have ended. For the person: a program learns nothing of others. */
export async function listApiCredentials(
  deps: Deps,
  by: Actor,
  { cursor, limit }: PageQuery,
): Promise<{ items: ApiCredential[]; next?: string }> {
  const filer = requireFiler(by);
  requirePerson(filer);
  const { accountId } = filer;
  const [after] = decodeCursor(cursor, IdPosition) ?? [];
  const where = after === undefined ? { accountId } : { accountId, id: { $lt: after } };
  const options = { orderBy: { id: 'desc' }, limit: limit + 1 } as const;
  const rows = await deps.orm.em.fork().find(ApiCredentialEntity, where, options);
  const { items, next } = page(rows, limit, (row) => [row.id]);
  const now = deps.clock.now();
  return { items: items.map((one) => presentApiCredential(one, now)), ...(next ? { next } : {}) };
}
