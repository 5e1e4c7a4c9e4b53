import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState, type FormEvent } from 'react';
import { MakeApiCredential, type MadeApiCredential } from '@beian/contracts/api-credentials.ts';
import { apiCredentialLimits } from '@beian/contracts/vocabulary.ts';
import { MadeSecret } from '@beian/ui/credentials/made-secret.tsx';
import { ErrorSummary, type FieldError } from '@beian/ui/forms/error-summary.tsx';
import { answeredErrors, contractErrors } from '@beian/ui/forms/field-errors.ts';
import { TextField } from '@beian/ui/forms/field.tsx';
import { NumberField } from '@beian/ui/forms/number-field.tsx';
import { useIdempotencyKeys } from '@beian/ui/forms/use-idempotency-keys.ts';
import { ProblemAlert } from '@beian/ui/frame/page.tsx';
import { useLanguage, useText } from '@beian/ui/language/language.tsx';
import { api } from '@beian/ui/session/api.ts';
import { texts } from './texts.ts';

const idOf = (path: string) => `api-credential-${path}`;
const empty = { name: '', validDays: apiCredentialLimits.usualDays as number | undefined };

/** 新增接口凭证. Needs a recent sign-in. What was made is shown with its secret until it is put away, or the page is left. */
export function ApiCredentialForm() {
  const t = useText();
  const { locale } = useLanguage();
  const queries = useQueryClient();
  const [form, setForm] = useState(empty);
  const [errors, setErrors] = useState<FieldError[]>([]);
  const [problem, setProblem] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const [made, setMade] = useState<MadeApiCredential>();
  const { keyOf, forget } = useIdempotencyKeys();
  const errorOf = (path: string) => errors.find((error) => error.path === path);

  const make = async (event: FormEvent) => {
    event.preventDefault();
    setProblem(undefined);
    // Emptied is no wish for the usual.
    const body = { name: form.name, validDays: form.validDays ?? null };
    const wrong = contractErrors(MakeApiCredential, body, locale);
    setErrors(wrong);
    if (wrong.length > 0) return;
    setBusy(true);
    try {
      setMade(await api.create<MadeApiCredential>('/api/me/api-credentials', body, keyOf(body)));
      forget();
      setForm(empty);
      await queries.invalidateQueries();
    } catch (failure) {
      setErrors(answeredErrors(failure));
      setProblem(failure);
    } finally {
      setBusy(false);
    }
  };

  if (made) return <MadeSecret made={made} onClose={() => setMade(undefined)} />;
  return (
    <form className="panel" noValidate onSubmit={(event) => void make(event)}>
      <h2>{t(texts.newOne)}</h2>
      <ErrorSummary errors={errors} idOf={idOf} labelOf={(path) => t(path === 'name' ? texts.name : texts.validDays)} />
      {problem !== undefined && errors.length === 0 && <ProblemAlert error={problem} />}
      <TextField
        id={idOf('name')}
        label={t(texts.name)}
        hint={t(texts.nameHint)}
        required
        maxLength={50}
        error={errorOf('name')}
        value={form.name}
        onChange={(name) => setForm({ ...form, name })}
      />
      <NumberField
        id={idOf('validDays')}
        label={t(texts.validDays)}
        hint={t(texts.validDaysHint)}
        required
        unit={t(texts.days)}
        error={errorOf('validDays')}
        value={form.validDays}
        onChange={(validDays) => setForm({ ...form, validDays })}
      />
      <div className="actions">
        <Button type="primary" htmlType="submit" loading={busy}>
          {t(texts.submit)}
        </Button>
      </div>
    </form>
  );
}
