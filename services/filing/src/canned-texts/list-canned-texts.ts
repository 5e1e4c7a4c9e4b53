import type { CannedText, CannedTextQuery } from '@beian/contracts/canned-texts.ts';
import { requireStaff, type Actor, type Staff } from '@beian/service-kit/actor.ts';
import type { Deps } from '../deps.ts';
import { leads } from '../review/task-scope.ts';
import { CannedTextEntity } from './canned-text.entity.ts';

/** Staff that uses canned texts or keeps those of the whole country. */
export const requireTextUser = (actor: Actor): Staff =>
  requireStaff(actor, 'reviewer', 'senior_reviewer', 'supervisor', 'content_editor');

/** Who keeps a text: of the whole country content editors, of an organ who leads its reviewers. */
export const keeps = (staff: Staff, organCode: string | null): boolean =>
  organCode === null ? staff.roles.includes('content_editor') : organCode === staff.organ.code && leads(staff);

/** 常用语 (I11): those of the own organ, then those of the whole country; for a business also what is for all businesses. */
export async function listCannedTexts(deps: Deps, by: Actor, { use, kind }: CannedTextQuery): Promise<CannedText[]> {
  const staff = requireTextUser(by);
  const texts = await deps.orm.em.fork().find(
    CannedTextEntity,
    {
      $and: [
        { $or: [{ organCode: staff.organ.code }, { organCode: null }] },
        use ? { use } : {},
        kind ? { $or: [{ kind }, { kind: null }] } : {},
      ],
    },
    { orderBy: { organCode: 'asc nulls last', use: 'asc', id: 'asc' }, limit: 500 },
  );
  return texts.map((text) => presentCannedText(text, staff));
}

export const presentCannedText = (text: CannedTextEntity, staff: Staff): CannedText => ({
  id: text.id,
  use: text.use,
  ...(text.kind ? { kind: text.kind } : {}),
  ...(text.outcome ? { outcome: text.outcome } : {}),
  ...(text.reasonCode ? { reasonCode: text.reasonCode } : {}),
  ...(text.field ? { field: text.field } : {}),
  text: text.text,
  ...(text.advice ? { advice: text.advice } : {}),
  national: !text.organCode,
  editable: keeps(staff, text.organCode ?? null),
});
