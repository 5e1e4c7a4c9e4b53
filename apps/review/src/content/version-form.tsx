import { App, Button } from 'antd';
import { useState, type FormEvent } from 'react';
import { beijingDay } from '@beian/contracts/beijing-day.rules.ts';
import { TemplateVersionForm, type TemplateName, type TemplateVersion } from '@beian/contracts/templates.ts';
import { sendForm } from '@beian/ui/files/upload.ts';
import { ErrorSummary, type FieldError } from '@beian/ui/forms/error-summary.tsx';
import { answeredErrors, contractErrors } from '@beian/ui/forms/field-errors.ts';
import { DateField } from '@beian/ui/forms/date-field.tsx';
import { Field, TextField } from '@beian/ui/forms/field.tsx';
import { ProblemAlert } from '@beian/ui/frame/page.tsx';
import { useLanguage, useText } from '@beian/ui/language/language.tsx';
import { useAct } from '@beian/ui/session/use-act.ts';
import { texts } from './texts.ts';

const idOf = (path: string) => `version-${path}`;
const labels = { file: texts.file, effectiveFrom: texts.effectiveFrom, note: texts.note };
const office = '.docx,.xlsx';

/** A new version of one template: the file, its first day, what is new. */
export function VersionForm({ name }: { name: TemplateName }) {
  const t = useText();
  const { locale } = useLanguage();
  const { message } = App.useApp();
  const { act, busy, problem } = useAct();
  const [file, setFile] = useState<File>();
  const [effectiveFrom, setEffectiveFrom] = useState(() => beijingDay(new Date()));
  const [note, setNote] = useState('');
  const [errors, setErrors] = useState<FieldError[]>([]);
  const errorOf = (path: string) => errors.find((error) => error.path === path);

  const add = async (event: FormEvent) => {
    event.preventDefault();
    const wrong = contractErrors(TemplateVersionForm, { file, effectiveFrom, note }, locale);
    setErrors(wrong);
    if (wrong.length > 0 || !file) return;
    const fields = { file, effectiveFrom, note };
    const added = await act(() =>
      sendForm<TemplateVersion>(`/api/templates/${name}/versions`, fields).catch((failure: unknown) => {
        setErrors(answeredErrors(failure));
        throw failure;
      }),
    );
    if (!added) return;
    void message.success(t(texts.saved));
    setFile(undefined);
    setNote('');
  };
  return (
    <form className="panel" noValidate aria-labelledby="version-add" onSubmit={(event) => void add(event)}>
      <h2 id="version-add">{t(texts.addVersion)}</h2>
      <ErrorSummary
        errors={errors}
        idOf={idOf}
        labelOf={(path) => (path in labels ? t(labels[path as keyof typeof labels]) : undefined)}
      />
      {problem !== undefined && errors.length === 0 && <ProblemAlert error={problem} />}
      <Field
        id={idOf('file')}
        label={t(texts.file)}
        hint={t(texts.fileHint)}
        required
        error={errorOf('file')}
        value={file}
      >
        {({ status: _, ...aria }) => (
          <>
            <input
              {...aria}
              className="file-input"
              type="file"
              accept={office}
              onChange={(event) => {
                setFile(event.target.files?.[0]);
                event.target.value = '';
              }}
            />
            {/* The browser's own button speaks the browser's language; this one speaks the page's. */}
            <label htmlFor={aria.id} className="file-button" aria-hidden="true">
              {t(texts.choose)}
            </label>
            {file && <span role="status"> {file.name}</span>}
          </>
        )}
      </Field>
      <DateField
        id={idOf('effectiveFrom')}
        label={t(texts.effectiveFrom)}
        hint={t(texts.dayHint)}
        required
        error={errorOf('effectiveFrom')}
        value={effectiveFrom}
        onChange={setEffectiveFrom}
      />
      <TextField
        id={idOf('note')}
        label={t(texts.note)}
        hint={t(texts.noteHint)}
        maxLength={200}
        error={errorOf('note')}
        value={note}
        onChange={setNote}
      />
      <Button type="primary" htmlType="submit" loading={busy}>
        {t(texts.upload)}
      </Button>
    </form>
  );
}
