import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import type { z } from 'zod';
import type { ApplicationSummary } from '@beian/contracts/applications.ts';
import type { FieldError } from '@beian/ui/forms/error-summary.tsx';
import { answeredErrors, contractErrors } from '@beian/ui/forms/field-errors.ts';
import { useIdempotencyKeys } from '@beian/ui/forms/use-idempotency-keys.ts';
import { useLanguage } from '@beian/ui/language/language.tsx';
import { api } from '@beian/ui/session/api.ts';
import type { useDraft } from './use-draft.ts';

/**
 * The form of a business that has one page: each change is kept as a draft, `check` asks the contract, `send` submits the application and
 * goes on to its number. `ask` checks and then puts the `question` of a dialog before it is sent. `bodyOf` makes the submission of what the form holds.
 */
export function useOnePageForm<Form extends object>(
  { start, draft }: { start: Form; draft: ReturnType<typeof useDraft<Form>> },
  schema: z.ZodType,
  bodyOf: (form: Form) => Record<string, unknown>,
) {
  const { locale } = useLanguage();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { keyOf } = useIdempotencyKeys();
  const [form, setForm] = useState(start);
  const [errors, setErrors] = useState<FieldError[]>([]);
  const [problem, setProblem] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const [asking, setAsking] = useState(false);

  const set = (part: Partial<Form>): void => {
    const next = { ...form, ...part };
    setForm(next);
    draft.save({ form: next, step: 'form' });
  };
  /** Whether the form may be sent; shows what the contract finds wrong. */
  const check = (): boolean => {
    setProblem(undefined);
    const wrong = contractErrors(schema, bodyOf(form), locale);
    setErrors(wrong);
    return wrong.length === 0;
  };
  const ask = (event: FormEvent): void => {
    event.preventDefault();
    setAsking(check());
  };
  const send = async (): Promise<void> => {
    const body = bodyOf(form);
    const key = keyOf(body);
    setBusy(true);
    try {
      await draft.flush();
      const { id } = await api.create<ApplicationSummary>('/api/applications', body, key);
      draft.forget();
      // The number does not wait until what is on the page now has been read anew.
      void queries.invalidateQueries();
      await navigate({ to: '/submitted/$id', params: { id } });
    } catch (failure) {
      // Together with what went wrong, which takes the focus: an open dialog would not let it go.
      setAsking(false);
      setErrors(answeredErrors(failure));
      setProblem(failure);
    } finally {
      setBusy(false);
    }
  };
  const errorOf = (path: string): FieldError | undefined => errors.find((error) => error.path === path);
  const question = { open: asking, busy, onOk: () => void send(), onClose: () => setAsking(false) };
  return { form, set, errors, errorOf, problem, busy, check, send, ask, question };
}
