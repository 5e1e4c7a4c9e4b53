import { correctableFieldLabels } from '@beian/contracts/correctable-fields.ts';
import type { FieldDiff } from '@beian/contracts/field-diff.ts';
import { shared } from '../frame/texts.ts';
import { useText } from '../language/language.tsx';

const texts = {
  field: { zh: '内容', en: 'Field' },
  before: { zh: '修改前', en: 'Before' },
  after: { zh: '修改后', en: 'After' },
};

/** What differs, field by field. */
export function DiffTable({ diff, label }: { diff: readonly FieldDiff[]; label: string }) {
  const t = useText();
  return (
    <table className="notice" aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{t(texts.field)}</th>
          <th scope="col">{t(texts.before)}</th>
          <th scope="col">{t(texts.after)}</th>
        </tr>
      </thead>
      <tbody>
        {diff.map((line) => (
          <tr key={line.field}>
            <th scope="row">{t(correctableFieldLabels[line.field])}</th>
            <td>
              <del>{line.before ?? t(shared.none)}</del>
            </td>
            <td className="changed">
              <ins>{line.after ?? t(shared.none)}</ins>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The same in a few lines, for the cell of a table. */
export function DiffLines({ diff }: { diff: readonly FieldDiff[] }) {
  const t = useText();
  return (
    <ul style={{ margin: 0, paddingLeft: 18 }}>
      {diff.map((line) => (
        <li key={line.field}>
          {t(correctableFieldLabels[line.field])}
          {t(shared.colon)}
          <del>{line.before ?? t(shared.none)}</del> → <ins>{line.after ?? t(shared.none)}</ins>
        </li>
      ))}
    </ul>
  );
}
