import '@beian/ui/forms/without-eval.ts';
import { useState, type FormEvent } from 'react';
import { namesItsMatter, PublicAppealForm, type PublicAppealReceipt } from '@beian/contracts/appeals.ts';
import { phrase, problems } from '@beian/contracts/problems.ts';
import { evidenceLimitBytes } from '@beian/contracts/vocabulary.ts';
import { sendForm } from '@beian/ui/files/upload.ts';
import { useDictionaries } from '@beian/ui/dictionaries/use-dictionaries.ts';
import { Button } from '@beian/ui/forms/button.tsx';
import { ErrorSummary, type FieldError } from '@beian/ui/forms/error-summary.tsx';
import { answeredErrors, contractErrors } from '@beian/ui/forms/field-errors.ts';
import { TextField } from '@beian/ui/forms/field.tsx';
import { Loaded, Page, ProblemAlert } from '@beian/ui/frame/page.tsx';
import { useLanguage, useText } from '@beian/ui/language/language.tsx';
import { AppealFields, idOf, matterOf, noMatter } from '../appeal/appeal-fields.tsx';
import { EvidenceFiles } from '../appeal/evidence-files.tsx';
import { labelOf, texts } from '../appeal/texts.ts';
import { portal } from '../frame/texts.ts';
import { Captcha } from './captcha.tsx';
import { LodgedAppeal } from './lodged-appeal.tsx';

/** As the fields stand on the page, so that the summary leads through them from top to bottom. */
const order = ['ground', 'filingNumber', 'countyCode', 'description', 'file', 'contactName', 'contactPhone', 'captcha'];
const Form = PublicAppealForm.superRefine(namesItsMatter);

/** 申诉 of who cannot sign in (G1): behind the captcha, answered by a tracking code. */
export function PublicAppealPage() {
  const t = useText();
  const { locale } = useLanguage();
  const { query } = useDictionaries();
  const [form, setForm] = useState({ ...noMatter, contactName: '', contactPhone: '' });
  const [files, setFiles] = useState<File[]>([]);
  const [captcha, setCaptcha] = useState<string>();
  const [serial, setSerial] = useState(0);
  const [errors, setErrors] = useState<FieldError[]>([]);
  const [problem, setProblem] = useState<unknown>();
  /** How much of the files has been sent, 0 to 1; undefined while nothing is sent. */
  const [sent, setSent] = useState<number>();
  const [receipt, setReceipt] = useState<PublicAppealReceipt>();
  const errorOf = (path: string) => errors.find((error) => error.path === path);
  const set = (part: Partial<typeof form>) => setForm((now) => ({ ...now, ...part }));

  const lodge = async (event: FormEvent) => {
    event.preventDefault();
    setProblem(undefined);
    const { contactName, contactPhone } = form;
    const given = { ...matterOf(form), contactName, contactPhone, captcha };
    const wrong = contractErrors(Form, { ...given, file: files.length > 0 ? files : undefined }, locale);
    const size = files.reduce((sum, file) => sum + file.size, 0);
    if (size >= evidenceLimitBytes) {
      const message = phrase(problems['document.too-large'].detail, locale, { size, limit: evidenceLimitBytes });
      wrong.push({ path: 'file', message });
    }
    wrong.sort((one, other) => order.indexOf(one.path) - order.indexOf(other.path));
    setErrors(wrong);
    if (wrong.length > 0) return;
    setSent(0);
    try {
      const said = Object.entries(given).filter((entry): entry is [string, string] => entry[1] !== undefined);
      const fields = { ...Object.fromEntries(said), file: files };
      setReceipt(await sendForm<PublicAppealReceipt>('/api/public/appeals', fields, setSent));
    } catch (failure) {
      setErrors(answeredErrors(failure));
      setProblem(failure);
      // Each challenge serves once.
      setCaptcha(undefined);
      setSerial((now) => now + 1);
    } finally {
      setSent(undefined);
    }
  };
  if (receipt) return <LodgedAppeal receipt={receipt} />;
  return (
    <Page title={t(texts.title)} system={t(portal.name)} wrong={errors.length > 0}>
      <p className="lead">{t(texts.publicIntro)}</p>
      <p>
        <a href="/appeals/new">{t(texts.canSignIn)}</a> · <a href="/public/appeal/tracking">{t(texts.trackLink)}</a>
      </p>
      <ErrorSummary
        errors={errors}
        idOf={(path) => (path === 'captcha' ? 'captcha' : idOf(path))}
        labelOf={(path) => {
          const label = labelOf(path);
          return label && t(label);
        }}
      />
      {problem !== undefined && errors.length === 0 && <ProblemAlert error={problem} />}
      <Loaded query={query}>
        {() => (
          <form className="panel" noValidate onSubmit={(event) => void lodge(event)}>
            <AppealFields form={form} signedIn={false} errorOf={errorOf} set={set} />
            <EvidenceFiles value={files} error={errorOf('file')} onChange={setFiles} />
            <TextField
              id={idOf('contactName')}
              label={t(texts.contactName)}
              hint={t(texts.contactHint)}
              error={errorOf('contactName')}
              required
              maxLength={50}
              autoComplete="name"
              value={form.contactName}
              onChange={(contactName) => set({ contactName })}
            />
            <TextField
              id={idOf('contactPhone')}
              label={t(texts.contactPhone)}
              error={errorOf('contactPhone')}
              required
              inputMode="tel"
              autoComplete="tel"
              maxLength={20}
              value={form.contactPhone}
              onChange={(contactPhone) => set({ contactPhone })}
            />
            <Captcha purpose="appeal" serial={serial} error={errorOf('captcha')} onSolved={setCaptcha} />
            {sent !== undefined && (
              <p className="sending">
                <label htmlFor="appeal-sent">{t(texts.sending, { percent: Math.round(sent * 100) })}</label>
                <progress id="appeal-sent" value={sent} />
              </p>
            )}
            <Button type="submit" primary busy={sent !== undefined}>
              {t(texts.submit)}
            </Button>
          </form>
        )}
      </Loaded>
    </Page>
  );
}
