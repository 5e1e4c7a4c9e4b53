import { Button } from 'antd';
import {
  correctableFieldLabels,
  correctableFieldsOf,
  type CorrectableField,
} from '@beian/contracts/correctable-fields.ts';
import type { ApplicationKind } from '@beian/contracts/vocabulary.ts';
import type { FieldError } from '@beian/ui/forms/error-summary.tsx';
import { ChoiceField } from '@beian/ui/forms/choice-field.tsx';
import { TextField } from '@beian/ui/forms/field.tsx';
import { useText } from '@beian/ui/language/language.tsx';
import { CannedPicker } from './canned-picker.tsx';
import { texts } from './texts.ts';

export type NoticeDraft = { field?: CorrectableField; problem: string; advice: string; lateReason?: string };

/** The one-complete notice (N3): one entry per field, each field once. */
export function NoticeEditor(props: {
  kind: ApplicationKind;
  entries: NoticeDraft[];
  /** Fields that can be cited only with a reason now (N3). */
  late: readonly CorrectableField[];
  errors: readonly FieldError[];
  onChange: (entries: NoticeDraft[]) => void;
}) {
  const { kind, entries, late, errors, onChange } = props;
  const t = useText();
  const set = (at: number, part: Partial<NoticeDraft>) =>
    onChange(entries.map((entry, i) => (i === at ? { ...entry, ...part } : entry)));
  const errorOf = (path: string) => errors.find((error) => error.path === path);
  const whole = errorOf('notice');
  const free = (own: CorrectableField | undefined) =>
    correctableFieldsOf(kind).filter((field) => field === own || !entries.some((entry) => entry.field === field));
  return (
    <fieldset className="field" id="decision-notice">
      <legend>{t(texts.notice)}</legend>
      <p className="hint">{t(texts.noticeHint)}</p>
      {whole && <p className="field-error">{whole.message}</p>}
      {entries.map((entry, i) => (
        <div key={i} role="group" aria-label={t(texts.item, { n: i + 1 })} className="notice-entry">
          <ChoiceField
            id={`decision-notice-${i}-field`}
            label={t(texts.field)}
            required
            error={errorOf(`notice.${i}.field`)}
            value={entry.field}
            options={free(entry.field).map((field) => ({ value: field, label: t(correctableFieldLabels[field]) }))}
            onChange={(field) => set(i, { field })}
          />
          <CannedPicker
            id={`decision-notice-${i}-canned`}
            label={t(texts.cannedOfItem, { n: i + 1 })}
            kind={kind}
            use="notice"
            fits={({ field }) => entry.field === undefined || field === entry.field}
            onPick={({ field, text, advice = '' }) =>
              set(i, { problem: text, advice, ...(entry.field === undefined && field ? { field } : {}) })
            }
          />
          <TextField
            id={`decision-notice-${i}-problem`}
            label={t(texts.problem)}
            required
            rows={2}
            maxLength={200}
            error={errorOf(`notice.${i}.problem`)}
            value={entry.problem}
            onChange={(problem) => set(i, { problem })}
          />
          <TextField
            id={`decision-notice-${i}-advice`}
            label={t(texts.advice)}
            required
            rows={2}
            maxLength={200}
            error={errorOf(`notice.${i}.advice`)}
            value={entry.advice}
            onChange={(advice) => set(i, { advice })}
          />
          {entry.field && late.includes(entry.field) && (
            <TextField
              id={`decision-notice-${i}-lateReason`}
              label={t(texts.lateReason)}
              hint={t(texts.lateHint)}
              required
              rows={2}
              maxLength={200}
              error={errorOf(`notice.${i}.lateReason`)}
              value={entry.lateReason ?? ''}
              onChange={(lateReason) => set(i, { lateReason })}
            />
          )}
          {entries.length > 1 && (
            <Button
              size="small"
              danger
              aria-label={t(texts.remove, { n: i + 1 })}
              onClick={() => onChange(entries.filter((_, at) => at !== i))}
            >
              {t(texts.removeShort)}
            </Button>
          )}
        </div>
      ))}
      <Button onClick={() => onChange([...entries, { problem: '', advice: '' }])}>{t(texts.addField)}</Button>
    </fieldset>
  );
}
