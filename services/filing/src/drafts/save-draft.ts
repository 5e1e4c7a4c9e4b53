import type { Draft, DraftInput } from '@beian/contracts/drafts.ts';
import { requireFiler, type Actor } from '@beian/service-kit/actor.ts';
import { mutate } from '@beian/service-kit/mutate.ts';
import { problem } from '@beian/service-kit/problem.ts';
import type { Deps } from '../deps.ts';
import { DraftEntity } from './draft.entity.ts';
import { filingNumberIn, mostDrafts } from './draft.rules.ts';
import { presentDraft } from './read-drafts.ts';

/** Bytes of JSON that a draft may hold. */
export const draftLimitBytes = 65_536;
const keptMs = 45 * 24 * 3_600_000;

/**
 * Saves a form as it is (I14): the client chooses the id, so a lost answer is simply sent again. The revision guards against two
 * tabs: whoever saves from an older one gets `draft.stale`. Kept 45 days after the last save (G6); one too many is `draft.too-many`.
 */
export async function saveDraft(deps: Deps, by: Actor, id: string, input: DraftInput): Promise<Draft> {
  const actor = requireFiler(by);
  if (Buffer.byteLength(JSON.stringify(input.content)) > draftLimitBytes) {
    throw problem('request.too-large', { params: { limit: draftLimitBytes } });
  }
  return mutate(deps, actor, { action: 'draft.save' }, async (change) => {
    const { kind, title, step, content } = input;
    const values = {
      kind,
      title,
      step,
      filingNumber: filingNumberIn(content),
      sealed: deps.sealer.seal(content, { table: 'draft', column: 'sealed', row: id }),
      reminders: 0,
      updatedAt: change.now,
      expiresAt: new Date(change.now.getTime() + keptMs),
    };
    change.record({ subject: id });
    const known = await change.em.findOne(DraftEntity, { id });
    if (!known) {
      if (input.baseRevision !== undefined) throw problem('not-found');
      const others = await change.em.count(DraftEntity, { accountId: actor.accountId });
      if (others >= mostDrafts) throw problem('draft.too-many', { params: { limit: mostDrafts } });
      const draft = change.create(DraftEntity, { id, accountId: actor.accountId, revision: 1, ...values });
      return presentDraft(deps, draft);
    }
    const draft = await change.lock(DraftEntity, { id, accountId: actor.accountId });
    if (draft.revision !== input.baseRevision) throw problem('draft.stale');
    Object.assign(draft, values, { revision: draft.revision + 1 });
    return presentDraft(deps, draft);
  });
}
