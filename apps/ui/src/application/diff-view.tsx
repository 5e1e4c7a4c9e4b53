import { correctableFieldLabels } from '@beian/contracts/correctable-fields.ts';
import type { FieldDiff } from '@beian/contracts/field-diff.ts';
import { useDictionaries } from '../dictionaries/use-dictionaries.ts';
import { shared } from '../frame/texts.ts';
import { ColumnHeads } from '../frame/column-heads.tsx';
import { useText } from '../language/language.tsx';

const texts = {
  field: { zh: '内容', en: 'Field' },
  before: { zh: '修改前', en: 'Before' },
  after: { zh: '修改后', en: 'After' },
};

/** The values of a difference as people read them: a code by its name. */
function useDiffValue() {
  const t = useText();
  const { labelOf } = useDictionaries();
  return ({ field }: FieldDiff, value: string | null): string => {
    if (value === null) return t(shared.none);
    return field === 'unit.type' ? labelOf('unit_type', value) : value;
  };
}

/** What differs, field by field. */
export function DiffTable({ diff, label }: { diff: readonly FieldDiff[]; label: string }) {
  const t = useText();
  const valueOf = useDiffValue();
  return (
    <table className="notice" aria-label={label}>
      <ColumnHeads labels={[texts.field, texts.before, texts.after]} />
      <tbody>
        {diff.map((line) => (
          <tr key={line.field}>
            <th scope="row">{t(correctableFieldLabels[line.field])}</th>
            <td>
              <del>{valueOf(line, line.before)}</del>
            </td>
            <td className="changed">
              <ins>{valueOf(line, line.after)}</ins>
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
  const valueOf = useDiffValue();
  return (
    <ul style={{ margin: 0, paddingLeft: 18 }}>
      {diff.map((line) => (
        <li key={line.field}>
          {t(correctableFieldLabels[line.field])}
          {t(shared.colon)}
          <del>{valueOf(line, line.before)}</del> → <ins>{valueOf(line, line.after)}</ins>
        </li>
      ))}
    </ul>
  );
}
