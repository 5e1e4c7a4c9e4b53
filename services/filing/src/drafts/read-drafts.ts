import { z } from 'zod';
import type { Draft, DraftSummary } from '@beian/contracts/drafts.ts';
import { requireFiler, type Actor } from '@beian/service-kit/actor.ts';
import { problem } from '@beian/service-kit/problem.ts';
import type { Deps } from '../deps.ts';
import { DraftEntity } from './draft.entity.ts';
import { mostDrafts } from './draft.rules.ts';

type SummaryOf = Pick<DraftEntity, 'id' | 'kind' | 'title' | 'step' | 'revision' | 'updatedAt' | 'expiresAt'>;
const Content = z.record(z.string(), z.unknown());

const draftSummary = (draft: SummaryOf): DraftSummary => ({
  id: draft.id,
  kind: draft.kind,
  title: draft.title,
  step: draft.step,
  revision: draft.revision,
  updatedAt: draft.updatedAt.toISOString(),
  expiresAt: draft.expiresAt.toISOString(),
});

/** The draft with its form opened, for its own account. */
export const presentDraft = (deps: Pick<Deps, 'sealer'>, draft: DraftEntity): Draft => ({
  ...draftSummary(draft),
  content: Content.parse(deps.sealer.unseal(draft.sealed, { table: 'draft', column: 'sealed', row: draft.id })),
});

/** The account's drafts, last saved first. */
export async function listDrafts(deps: Deps, by: Actor): Promise<DraftSummary[]> {
  const { accountId } = requireFiler(by);
  const where = { accountId, expiresAt: { $gt: deps.clock.now() } };
  const drafts = await deps.orm.em
    .fork()
    .find(DraftEntity, where, { orderBy: { updatedAt: 'desc' }, exclude: ['sealed'], limit: mostDrafts });
  return drafts.map(draftSummary);
}

/** One of the account's drafts; someone else's or an expired one is `not-found`. */
export async function getDraft(deps: Deps, by: Actor, id: string): Promise<Draft> {
  const { accountId } = requireFiler(by);
  const draft = await deps.orm.em.fork().findOne(DraftEntity, { id, accountId, expiresAt: { $gt: deps.clock.now() } });
  if (!draft) throw problem('not-found');
  return presentDraft(deps, draft);
}
