import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ApplicationSummary } from '@beian/contracts/applications.ts';
import type { FieldError } from '@beian/ui/forms/error-summary.tsx';
import { answeredErrors } from '@beian/ui/forms/field-errors.ts';
import { useIdempotencyKeys } from '@beian/ui/forms/use-idempotency-keys.ts';
import { api } from '@beian/ui/session/api.ts';

type Answer = { application: ApplicationSummary } | { errors: FieldError[] };

/** 【提交变更申请】 (M099): the same content is sent under the same key, so pressing twice files once. */
export function useSubmission() {
  const queries = useQueryClient();
  const { keyOf } = useIdempotencyKeys();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();

  const submit = async (body: Record<string, unknown>): Promise<Answer> => {
    const key = keyOf(body);
    setBusy(true);
    setProblem(undefined);
    try {
      const application = await api.create<ApplicationSummary>('/api/applications', body, key);
      await queries.invalidateQueries();
      return { application };
    } catch (failure) {
      setProblem(failure);
      return { errors: answeredErrors(failure) };
    } finally {
      setBusy(false);
    }
  };
  return { submit, busy, problem, clear: () => setProblem(undefined) };
}
