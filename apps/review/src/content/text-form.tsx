import { Link, useNavigate } from '@tanstack/react-router';
import { App, Button } from 'antd';
import { useState, type FormEvent, type ReactNode } from 'react';
import type { z } from 'zod';
import type { Label } from '@beian/contracts/vocabulary.ts';
import { ErrorSummary, type FieldError } from '@beian/ui/forms/error-summary.tsx';
import { answeredErrors, contractErrors } from '@beian/ui/forms/field-errors.ts';
import { useIdempotencyKeys } from '@beian/ui/forms/use-idempotency-keys.ts';
import { Page, ProblemAlert } from '@beian/ui/frame/page.tsx';
import { useLanguage, useText } from '@beian/ui/language/language.tsx';
import { api } from '@beian/ui/session/api.ts';
import { useAct } from '@beian/ui/session/use-act.ts';
import { review } from '../frame/texts.ts';
import { texts } from './texts.ts';

export type Field = { id: string; error: FieldError | undefined };

/**
 * The form of a question or a notice: checked by the contract, saved on the revision that was opened. Whatever goes wrong, what was
 * typed stays on the page.
 */
export function TextForm(props: {
  kind: 'faq' | 'notices';
  title: Label;
  schema: z.ZodType;
  body: Record<string, unknown>;
  /** What is edited; a new text has none. */
  opened: { id: string; revision: number } | null;
  labels: Readonly<Record<string, Label>>;
  children: (field: (path: string) => Field) => ReactNode;
}) {
  const { kind, title, schema, body, opened, labels, children } = props;
  const t = useText();
  const { locale } = useLanguage();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const { act, busy, problem } = useAct();
  const [errors, setErrors] = useState<FieldError[]>([]);
  const { keyOf } = useIdempotencyKeys();
  const list = kind === 'faq' ? '/content/faq' : '/content/notices';
  const idOf = (path: string) => `content-${path.replaceAll('.', '-')}`;

  const send = () => {
    if (opened) return api.put(`/api/content/${kind}/${opened.id}`, { ...body, baseRevision: opened.revision });
    const key = keyOf(body);
    return api.create(`/api/content/${kind}`, body, key);
  };
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const wrong = contractErrors(schema, body, locale);
    setErrors(wrong);
    if (wrong.length > 0) return;
    const saved = await act(() =>
      send().catch((failure: unknown) => {
        setErrors(answeredErrors(failure));
        throw failure;
      }),
    );
    if (saved === undefined) return;
    void message.success(t(texts.saved));
    await navigate({ to: list });
  };
  const field = (path: string): Field => ({ id: idOf(path), error: errors.find((error) => error.path === path) });
  const labelOf = (path: string) => labels[path] && t(labels[path]);
  return (
    <Page title={t(title)} system={t(review.name)} wrong={errors.length > 0}>
      <ErrorSummary errors={errors} idOf={idOf} labelOf={labelOf} />
      {problem !== undefined && errors.length === 0 && <ProblemAlert error={problem} />}
      <form className="panel" noValidate onSubmit={(event) => void save(event)}>
        {children(field)}
        <div className="actions">
          <Button type="primary" htmlType="submit" loading={busy}>
            {t(texts.save)}
          </Button>
          <Link to={list}>{t(texts.back)}</Link>
        </div>
      </form>
    </Page>
  );
}
