import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Checkbox } from 'antd';
import { useState, type FormEvent } from 'react';
import { NotificationSettingsInput, type NotificationSettings } from '@beian/contracts/notifications.ts';
import { notificationGroupLabels, notificationGroups, type Label } from '@beian/contracts/vocabulary.ts';
import { ToneTag } from '@beian/ui/application/status-tag.tsx';
import { ErrorSummary, type FieldError } from '@beian/ui/forms/error-summary.tsx';
import { answeredErrors, contractErrors } from '@beian/ui/forms/field-errors.ts';
import { TextField } from '@beian/ui/forms/field.tsx';
import { ProblemAlert } from '@beian/ui/frame/page.tsx';
import { useLanguage, useText } from '@beian/ui/language/language.tsx';
import { api } from '@beian/ui/session/api.ts';
import { settingsKey, settingsPath } from './notification-settings.ts';
import { texts } from './texts.ts';

const idOf = (path: string) => `settings-${path}`;

/** The address and what is sent to it. A new address is left empty again once it is saved: the answer shows it masked. */
export function SettingsForm({ settings }: { settings: NotificationSettings }) {
  const t = useText();
  const { locale } = useLanguage();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const [email, setEmail] = useState('');
  const [wanted, setWanted] = useState(settings.wanted);
  const [errors, setErrors] = useState<FieldError[]>([]);
  const [problem, setProblem] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const available = settings.mail === 'available';

  const put = async (input: NotificationSettingsInput, done: Label) => {
    setProblem(undefined);
    const found = contractErrors(NotificationSettingsInput, input, locale);
    setErrors(found);
    if (found.length > 0) return;
    setBusy(true);
    try {
      queries.setQueryData(settingsKey, await api.put<NotificationSettings>(settingsPath, input));
      setEmail('');
      void message.success(t(done));
    } catch (failure) {
      setErrors(answeredErrors(failure));
      setProblem(failure);
    } finally {
      setBusy(false);
    }
  };
  const save = (event: FormEvent) => {
    event.preventDefault();
    void put({ ...(email.trim() ? { email: email.trim() } : {}), wanted }, texts.saved);
  };
  return (
    <>
      <ErrorSummary errors={errors} idOf={idOf} labelOf={() => t(texts.newEmail)} />
      {problem !== undefined && errors.length === 0 && <ProblemAlert error={problem} />}
      <form className="panel" noValidate onSubmit={save}>
        <h2>{t(texts.email)}</h2>
        {settings.email !== undefined && (
          <p>
            {t(texts.current, { email: settings.email })}{' '}
            <ToneTag tone={settings.emailVerified ? 'good' : 'waiting'}>
              {t(settings.emailVerified ? texts.verified : texts.unverified)}
            </ToneTag>
          </p>
        )}
        {available && (
          <TextField
            id={idOf('email')}
            label={t(texts.newEmail)}
            hint={t(texts.newEmailHint)}
            error={errors.find(({ path }) => path === 'email')}
            type="email"
            maxLength={254}
            value={email}
            onChange={setEmail}
          />
        )}
        <fieldset className="field">
          <legend>{t(texts.wanted)}</legend>
          {notificationGroups.map((group) => (
            <div key={group}>
              <Checkbox
                checked={wanted[group]}
                onChange={(event) => setWanted({ ...wanted, [group]: event.target.checked })}
              >
                {t(notificationGroupLabels[group])}
              </Checkbox>
            </div>
          ))}
        </fieldset>
        <div className="actions">
          <Button type="primary" htmlType="submit" loading={busy}>
            {t(texts.save)}
          </Button>
          {settings.email !== undefined && (
            <Button danger disabled={busy} onClick={() => void put({ email: null, wanted }, texts.removed)}>
              {t(texts.remove)}
            </Button>
          )}
        </div>
      </form>
    </>
  );
}
