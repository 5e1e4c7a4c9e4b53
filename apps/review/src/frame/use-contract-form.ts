import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { z } from 'zod';
import type { FieldError } from '@beian/ui/forms/error-summary.tsx';
import { answeredErrors, contractErrors } from '@beian/ui/forms/field-errors.ts';
import { useLanguage } from '@beian/ui/language/language.tsx';

/** A small form: checked by its contract, sent, told what the answer found wrong. What was typed stays with the caller. */
export function useContractForm(schema: z.ZodType, send: (body: unknown) => Promise<unknown>) {
  const { locale } = useLanguage();
  const queries = useQueryClient();
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
      await send(body);
      await queries.invalidateQueries();
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
