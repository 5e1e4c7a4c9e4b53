import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useRef, useState } from 'react';
import type { ApplicationSummary } from '@beian/contracts/applications.ts';
import type { Unit } from '@beian/contracts/units.ts';
import type { FieldError } from '@beian/ui/forms/error-summary.tsx';
import { answeredErrors } from '@beian/ui/forms/field-errors.ts';
import { useIdempotencyKeys } from '@beian/ui/forms/use-idempotency-keys.ts';
import { useText } from '@beian/ui/language/language.tsx';
import { api } from '@beian/ui/session/api.ts';
import { systemInputOf, unitInputOf, type RegistrationForm } from './registration-form.ts';
import { texts } from './texts.ts';

type Answer = { application: ApplicationSummary; unitId: string | undefined } | { errors: FieldError[] };

/** Sends the form: a new unit first, then the application. Each has a key that stays the same for the same content, so pressing twice files once. */
export function useSubmission(draftId: string) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const created = useRef<{ content: string; unit: Unit }>(undefined);
  const { keyOf } = useIdempotencyKeys();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const t = useText();

  const unitIdOf = async (form: RegistrationForm): Promise<string | undefined> => {
    if (form.unitChoice === 'existing') return form.unitId;
    const input = unitInputOf(form);
    const content = JSON.stringify(input);
    if (created.current?.content !== content) {
      created.current = { content, unit: await api.create<Unit>('/api/units', input, keyOf(input)) };
    }
    return created.current.unit.id;
  };

  const submit = async (form: RegistrationForm): Promise<Answer> => {
    setBusy(true);
    setProblem(undefined);
    try {
      const unitId = await unitIdOf(form).catch((error: unknown) => {
        throw new UnitRefused(error);
      });
      const body = { kind: 'registration', unitId, system: systemInputOf(form), truthful: form.truthful, draftId };
      const application = await api.create<ApplicationSummary>('/api/applications', body, keyOf(body));
      void message.success(`${t(texts.submitted)} ${application.number}`);
      await queries.invalidateQueries();
      return { application, unitId };
    } catch (failure) {
      const cause = failure instanceof UnitRefused ? failure.cause : failure;
      setProblem(cause);
      const under = failure instanceof UnitRefused ? 'unit.' : '';
      return {
        errors: answeredErrors(cause).map((error) =>
          error.path.startsWith('attachments') ? error : { ...error, path: under + error.path },
        ),
      };
    } finally {
      setBusy(false);
    }
  };
  return { submit, busy, problem, clear: () => setProblem(undefined) };
}

class UnitRefused extends Error {
  constructor(cause: unknown) {
    super('the unit was refused', { cause });
  }
}
