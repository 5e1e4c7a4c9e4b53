import type { FilterQuery } from '@mikro-orm/core';
import { mutate } from '@beian/service-kit/mutate.ts';
import type { Deps } from '../deps.ts';
import { DraftEntity } from './draft.entity.ts';

/** Days after the last save when the owner is reminded of a draft (domain.md 7); it is removed after 45. */
const remindAfterDays = [7, 15, 30] as const;
const batch = 100;
const dayMs = 86_400_000;

/** Tells owners of drafts that they have not saved for 7, 15 and 30 days. After a long pause only the last reminder due is sent. Answers how many. */
export async function remindDrafts(deps: Deps): Promise<number> {
  const now = deps.clock.now();
  const waiting: FilterQuery<DraftEntity>[] = remindAfterDays.map((days, sent) => ({
    reminders: sent,
    updatedAt: { $lte: new Date(now.getTime() - days * dayMs) },
  }));
  const due = await deps.orm.em
    .fork()
    .find(DraftEntity, { expiresAt: { $gt: now }, $or: waiting }, { fields: ['id'], limit: batch });
  for (const { id } of due) await remind(deps, id);
  return due.length;
}

const remind = (deps: Deps, id: string): Promise<void> =>
  mutate(deps, { kind: 'system', name: 'filing' }, { action: 'draft.remind' }, async (change) => {
    const draft = await change.lock(DraftEntity, { id });
    const days = (change.now.getTime() - draft.updatedAt.getTime()) / dayMs;
    const step = remindAfterDays.filter((after) => after <= days).length;
    change.record({ subject: id, data: { step } });
    // Saved meanwhile, or another process was first.
    if (step <= draft.reminders) return;
    draft.reminders = step;
    const { accountId, kind, expiresAt } = draft;
    change.emit('draft.reminded', {
      subject: id,
      data: { draftId: id, accountId, kind, step, expiresAt: expiresAt.toISOString() },
    });
  });
