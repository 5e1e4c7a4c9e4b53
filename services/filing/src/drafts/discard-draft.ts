import { requireFiler, type Actor } from '@beian/service-kit/actor.ts';
import { mutate } from '@beian/service-kit/mutate.ts';
import type { Deps } from '../deps.ts';
import { DraftEntity } from './draft.entity.ts';

/** Throws a draft away; discarding what is gone is done already. */
export async function discardDraft(deps: Deps, by: Actor, id: string): Promise<void> {
  const actor = requireFiler(by);
  await mutate(deps, actor, { action: 'draft.discard' }, async (change) => {
    await change.em.nativeDelete(DraftEntity, { id, accountId: actor.accountId });
    change.record({ subject: id });
  });
}

/** Removes the drafts that nobody saved for 45 days (G6). Answers how many. */
export async function removeExpiredDrafts(deps: Deps): Promise<number> {
  const expired = { expiresAt: { $lte: deps.clock.now() } };
  if ((await deps.orm.em.fork().count(DraftEntity, expired)) === 0) return 0;
  return mutate(deps, { kind: 'system', name: 'filing' }, { action: 'draft.expire' }, async (change) => {
    const count = await change.em.nativeDelete(DraftEntity, expired);
    change.record({ subject: 'drafts', data: { count } });
    return count;
  });
}
