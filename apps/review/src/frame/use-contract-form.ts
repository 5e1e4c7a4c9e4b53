import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { z } from 'zod';
import type { FieldError } from '@beian/ui/forms/error-summary.tsx';
import { answeredErrors, contractErrors } from '@beian/ui/forms/field-errors.ts';
import { useIdempotencyKeys } from '@beian/ui/forms/use-idempotency-keys.ts';
import { useLanguage } from '@beian/ui/language/language.tsx';

/**
 * A small form: checked by its contract, sent, told what the answer found wrong. What was typed stays with the caller. `send` gets the
 * idempotency key of the content, for what creates.
 */
export function useContractForm(schema: z.ZodType, send: (body: unknown, key: string) => Promise<unknown>) {
  const { locale } = useLanguage();
  const queries = useQueryClient();
  const { keyOf, forget } = useIdempotencyKeys();
  const [errors, setErrors] = useState<FieldError[]>([]);
  const [problem, setProblem] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const submit = async (body: unknown): Promise<boolean> => {
    const wrong = contractErrors(schema, body, locale);
    setErrors(wrong);
    setProblem(undefined);
    if (wrong.length > 0) return false;
    setBusy(true);
    try {
      await send(body, keyOf(body));
      await queries.invalidateQueries();
      forget();
      return true;
    } catch (failure) {
      const answered = answeredErrors(failure);
      setErrors(answered);
      if (answered.length === 0) setProblem(failure);
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { submit, errors, busy, problem, errorOf: (path: string) => errors.find((error) => error.path === path) };
}
