import type { AppealContent } from '@beian/contracts/appeals.ts';
import type { NoticeEntry, Resubmission } from '@beian/contracts/applications.ts';
import type { AppealField } from '@beian/contracts/correctable-fields.ts';
import type { FieldDiff } from '@beian/contracts/field-diff.ts';

type WrongField = { path: string[]; code: string };
type Corrected = Pick<AppealContent, 'description' | 'evidenceIds'>;
type Key = keyof Corrected;
const fields: readonly { key: Key; field: AppealField }[] = [
  { key: 'description', field: 'appeal.description' },
  { key: 'evidenceIds', field: 'appeal.evidenceIds' },
];

const differs = (a: Corrected, b: Corrected, key: Key) => String(a[key]) !== String(b[key]);

/** Lays a correction over an appeal (N3). `wrong` names what is given and not cited, and what is cited and neither changed nor explained. */
export function correctAppeal(
  current: Corrected,
  notice: readonly NoticeEntry[],
  { baseVersion: _v, truthful: _t, appeal = {}, explanation, ...others }: Resubmission,
): { corrected: Corrected; wrong: WrongField[] } {
  const { description = current.description, evidenceIds = current.evidenceIds } = appeal;
  const corrected = { description, evidenceIds };
  const cited = (field: AppealField) => notice.some((entry) => entry.field === field);
  const foreign = Object.entries(others).filter(([, given]) => given !== undefined);
  return {
    corrected,
    wrong: [
      ...foreign.map(([part]) => ({ path: [part], code: 'field.not-cited' })),
      ...fields.flatMap(({ key, field }) => {
        const path = field.split('.');
        if (!cited(field)) return appeal[key] === undefined ? [] : [{ path, code: 'field.not-cited' }];
        return differs(current, corrected, key) || explanation ? [] : [{ path, code: 'field.not-corrected' }];
      }),
    ],
  };
}

/** What a corrected appeal says otherwise than before; files by their names. */
export function appealDiff(
  before: AppealContent,
  after: AppealContent,
  nameOf: (documentId: string) => string,
): FieldDiff[] {
  const shown = (one: Corrected, key: Key) =>
    key === 'description' ? one.description : one.evidenceIds.map(nameOf).join('、');
  return fields.flatMap(({ key, field }) =>
    differs(before, after, key) ? [{ field, before: shown(before, key), after: shown(after, key) }] : [],
  );
}
