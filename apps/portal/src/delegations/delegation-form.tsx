import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState, type FormEvent } from 'react';
import { GrantDelegation, type Delegation } from '@beian/contracts/delegations.ts';
import type { StoredDocument } from '@beian/contracts/documents.ts';
import type { DelegationRole } from '@beian/contracts/vocabulary.ts';
import { FileField } from '@beian/ui/files/file-field.tsx';
import { ErrorSummary, type FieldError } from '@beian/ui/forms/error-summary.tsx';
import { answeredErrors, contractErrors } from '@beian/ui/forms/field-errors.ts';
import { DateField } from '@beian/ui/forms/date-field.tsx';
import { RadioField, TextField } from '@beian/ui/forms/field.tsx';
import { useIdempotencyKeys } from '@beian/ui/forms/use-idempotency-keys.ts';
import { ProblemAlert } from '@beian/ui/frame/page.tsx';
import { useLanguage, useText } from '@beian/ui/language/language.tsx';
import { api } from '@beian/ui/session/api.ts';
import { texts } from './texts.ts';

const fields = ['role', 'uscc', 'granteeName', 'granteeIdNumber', 'validFrom', 'validUntil'] as const;
const idOf = (path: string) => `delegation-${path}`;
const labelOf = (path: string) =>
  path === 'letterId' ? texts.letter : texts[fields.find((one) => one === path) ?? 'role'];
const empty = {
  role: 'agent' as DelegationRole,
  uscc: '',
  granteeName: '',
  granteeIdNumber: '',
  validFrom: '',
  validUntil: '',
  letter: undefined as StoredDocument | undefined,
};

/** What is typed, as the API takes it. */
function bodyOf({ letter, validFrom, validUntil, role, ...rest }: typeof empty) {
  const days = { ...(validFrom && { validFrom }), ...(validUntil && { validUntil }) };
  return { role, ...rest, ...days, ...(role === 'agent' && letter ? { letterId: letter.id } : {}) };
}

/** 新增授权 (I02). Needs a recent sign-in; what is typed stays until it is granted. */
export function DelegationForm() {
  const t = useText();
  const { locale } = useLanguage();
  const queries = useQueryClient();
  const [form, setForm] = useState(empty);
  const [errors, setErrors] = useState<FieldError[]>([]);
  const [problem, setProblem] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState(false);
  const { keyOf, forget } = useIdempotencyKeys();
  const set = (part: Partial<typeof empty>) => setForm({ ...form, ...part });

  const grant = async (event: FormEvent) => {
    event.preventDefault();
    setProblem(undefined);
    setDone(false);
    const body = bodyOf(form);
    const wrong = contractErrors(GrantDelegation, body, locale);
    setErrors(wrong);
    if (wrong.length > 0) return;
    const key = keyOf(body);
    setBusy(true);
    try {
      await api.create<Delegation>('/api/delegations', body, key);
      forget();
      setForm(empty);
      setDone(true);
      await queries.invalidateQueries();
    } catch (failure) {
      setErrors(answeredErrors(failure));
      setProblem(failure);
    } finally {
      setBusy(false);
    }
  };

  const given = (name: 'uscc' | 'granteeName' | 'granteeIdNumber' | 'validFrom' | 'validUntil') => ({
    id: idOf(name),
    label: t(texts[name]),
    required: name !== 'validFrom',
    error: errors.find((error) => error.path === name),
    value: form[name],
    onChange: (value: string) => set({ [name]: value }),
  });
  return (
    <form className="panel" noValidate onSubmit={(event) => void grant(event)}>
      <h2>{t(texts.newOne)}</h2>
      <ErrorSummary errors={errors} idOf={idOf} labelOf={(path) => t(labelOf(path))} />
      {problem !== undefined && errors.length === 0 && <ProblemAlert error={problem} />}
      <RadioField<DelegationRole>
        id={idOf('role')}
        label={t(texts.role)}
        required
        vertical
        error={errors.find((error) => error.path === 'role')}
        value={form.role}
        options={[
          { value: 'agent', label: t(texts.agentHint) },
          { value: 'reader', label: t(texts.readerHint) },
        ]}
        onChange={(role) => set({ role })}
      />
      <TextField {...given('uscc')} maxLength={18} />
      <TextField {...given('granteeName')} hint={t(texts.granteeHint)} maxLength={50} />
      <TextField {...given('granteeIdNumber')} maxLength={18} />
      <DateField {...given('validFrom')} hint={t(texts.validFromHint)} />
      <DateField {...given('validUntil')} hint={t(texts.validUntilHint)} />
      {form.role === 'agent' && (
        <>
          <FileField
            id={idOf('letterId')}
            kind="delegation_letter"
            label={t(texts.letter)}
            hint={t(texts.letterHint)}
            accept="application/pdf,image/jpeg,image/png"
            required
            value={form.letter}
            error={errors.find((error) => error.path === 'letterId')}
            onChange={(letter) => set({ letter })}
          />
          <p>
            <a href="/api/templates/delegation-letter" download>
              {t(texts.template)}
            </a>
          </p>
        </>
      )}
      <div className="actions">
        <Button type="primary" htmlType="submit" loading={busy}>
          {t(texts.submit)}
        </Button>
      </div>
      <p className="hint" role="status">
        {done && t(texts.done)}
      </p>
    </form>
  );
}
