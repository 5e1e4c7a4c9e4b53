import type { CannedText, SaveCannedText } from '@beian/contracts/canned-texts.ts';
import type { Actor, Staff } from '@beian/service-kit/actor.ts';
import type { Idempotency } from '@beian/service-kit/idempotency.ts';
import { newId } from '@beian/service-kit/ids.ts';
import { mutate, type Change } from '@beian/service-kit/mutate.ts';
import { problem } from '@beian/service-kit/problem.ts';
import type { Deps } from '../deps.ts';
import { mustBeChoice, readDictionaries } from '../dictionaries/read-dictionaries.ts';
import { CannedTextEntity } from './canned-text.entity.ts';
import { keeps, presentCannedText, requireTextUser } from './list-canned-texts.ts';

/** Adds a canned text (I11), for the own organ or for the whole country. */
export async function createCannedText(
  deps: Deps,
  by: { actor: Actor; idempotency: Idempotency | undefined },
  given: SaveCannedText,
): Promise<CannedText> {
  const staff = requireTextUser(by.actor);
  const organCode = organOf(staff, given);
  await mustNameReason(deps, given);
  return mutate(deps, staff, { action: 'canned-text.create', idempotency: by.idempotency }, async (change) => {
    const text = change.create(CannedTextEntity, { id: newId(), organCode, ...valuesOf(given, staff, change) });
    change.record({ subject: text.id, data: { organCode, use: given.use } });
    return presentCannedText(text, staff);
  });
}

/** Changes a canned text; a text that the caller does not keep does not exist for them. */
export async function changeCannedText(deps: Deps, by: Actor, id: string, given: SaveCannedText): Promise<CannedText> {
  const staff = requireTextUser(by);
  const organCode = organOf(staff, given);
  await mustNameReason(deps, given);
  return mutate(deps, staff, { action: 'canned-text.change' }, async (change) => {
    const text = await kept(change, staff, id);
    Object.assign(text, { organCode }, valuesOf(given, staff, change));
    change.record({ subject: id, data: { organCode, use: given.use } });
    return presentCannedText(text, staff);
  });
}

/** Deletes a canned text; what was written with it stays. */
export async function deleteCannedText(deps: Deps, by: Actor, id: string): Promise<void> {
  const staff = requireTextUser(by);
  await mutate(deps, staff, { action: 'canned-text.delete' }, async (change) => {
    change.em.remove(await kept(change, staff, id));
    change.record({ subject: id });
  });
}

/** A text for a reason is for one that may be chosen today. */
async function mustNameReason(deps: Deps, { use, reasonCode }: SaveCannedText): Promise<void> {
  if (use !== 'rejection' || reasonCode === undefined) return;
  mustBeChoice(await readDictionaries(deps, 'rejection_reason'), 'rejection_reason', reasonCode, ['reasonCode']);
}

/** For whom a text is; `auth.forbidden` when the caller does not keep texts there. */
function organOf(staff: Staff, { national }: SaveCannedText): string | null {
  const organCode = national ? null : staff.organ.code;
  if (!keeps(staff, organCode)) throw problem('auth.forbidden');
  return organCode;
}

async function kept(change: Change, staff: Staff, id: string): Promise<CannedTextEntity> {
  const text = await change.lock(CannedTextEntity, { id });
  if (!keeps(staff, text.organCode ?? null)) throw problem('not-found');
  return text;
}

const valuesOf = (given: SaveCannedText, staff: Staff, change: Change) => ({
  use: given.use,
  kind: given.kind ?? null,
  outcome: given.use === 'opinion' ? (given.outcome ?? null) : null,
  reasonCode: given.use === 'rejection' ? (given.reasonCode ?? null) : null,
  field: given.use === 'notice' ? (given.field ?? null) : null,
  text: given.text,
  advice: given.use === 'notice' ? (given.advice ?? null) : null,
  updatedBy: staff.staffNo,
  updatedAt: change.now,
});
