import type { NoticeEntry } from '@beian/contracts/applications.ts';
import { correctableFieldsOf, type CorrectableField } from '@beian/contracts/correctable-fields.ts';
import type { ApplicationKind } from '@beian/contracts/vocabulary.ts';

/**
 * The fields that a return cites late (N3): the last return did not cite them, and they have not changed since, so whatever is wrong with
 * them was there to be seen.
 */
export const lateFields = (
  kind: ApplicationKind,
  lastNotice: readonly NoticeEntry[],
  changed: readonly CorrectableField[],
): CorrectableField[] =>
  correctableFieldsOf(kind).filter(
    (field) => !changed.includes(field) && !lastNotice.some((entry) => entry.field === field),
  );
