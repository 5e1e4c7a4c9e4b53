import { useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState, type FormEvent } from 'react';
import { EmailVerification, type NotificationSettings } from '@beian/contracts/notifications.ts';
import type { Label } from '@beian/contracts/vocabulary.ts';
import { focusField, type FieldError } from '@beian/ui/forms/error-summary.tsx';
import { answeredErrors, contractErrors } from '@beian/ui/forms/field-errors.ts';
import { TextField } from '@beian/ui/forms/field.tsx';
import { ProblemAlert } from '@beian/ui/frame/page.tsx';
import { useLanguage, useText, useTime } from '@beian/ui/language/language.tsx';
import { api } from '@beian/ui/session/api.ts';
import { settingsKey, settingsPath } from './notification-settings.ts';
import { texts } from './texts.ts';

const fieldId = 'verification-code';

/** The code that was sent to a new address; until it is given, nothing else is sent there. */
export function VerificationForm({ email, until }: { email: string; until: string | undefined }) {
  const t = useText();
  const time = useTime();
  const { locale } = useLanguage();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const [code, setCode] = useState('');
  const [wrong, setWrong] = useState<FieldError>();
  const [problem, setProblem] = useState<unknown>();
  const [busy, setBusy] = useState(false);

  const refuse = (found: FieldError | undefined) => {
    setWrong(found);
    if (found) focusField(fieldId);
  };
  const post = async (path: string, body: unknown, done: Label) => {
    setProblem(undefined);
    setBusy(true);
    try {
      queries.setQueryData(settingsKey, await api.post<NotificationSettings>(`${settingsPath}/${path}`, body));
      void message.success(t(done));
    } catch (failure) {
      const [found] = answeredErrors(failure);
      refuse(found);
      setProblem(found ? undefined : failure);
    } finally {
      setBusy(false);
    }
  };
  const verify = (event: FormEvent) => {
    event.preventDefault();
    const [found] = contractErrors(EmailVerification, { code }, locale);
    refuse(found);
    if (!found) void post('verification', { code: code.trim() }, texts.verifiedNow);
  };
  return (
    <form className="panel" noValidate onSubmit={verify}>
      <h2>{t(texts.verify)}</h2>
      {problem !== undefined && <ProblemAlert error={problem} />}
      {until !== undefined && <p>{t(texts.codeSent, { email, until: time(until) })}</p>}
      <TextField
        id={fieldId}
        label={t(texts.code)}
        error={wrong}
        required
        inputMode="numeric"
        maxLength={6}
        value={code}
        onChange={setCode}
      />
      <div className="actions">
        <Button type="primary" htmlType="submit" loading={busy}>
          {t(texts.verify)}
        </Button>
        <Button disabled={busy} onClick={() => void post('code', {}, texts.sentAgain)}>
          {t(texts.sendAgain)}
        </Button>
      </div>
    </form>
  );
}
