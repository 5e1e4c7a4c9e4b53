import '@beian/ui/forms/without-eval.ts';
import { useState, type FormEvent } from 'react';
import { PublicQuery } from '@beian/contracts/public-register.ts';
import { Button } from '@beian/ui/forms/button.tsx';
import { Page, ProblemAlert } from '@beian/ui/frame/page.tsx';
import { ErrorSummary, type FieldError } from '@beian/ui/forms/error-summary.tsx';
import { TextField } from '@beian/ui/forms/field.tsx';
import { answeredErrors, contractErrors } from '@beian/ui/forms/field-errors.ts';
import { useLanguage, useText } from '@beian/ui/language/language.tsx';
import { api, queryOf } from '@beian/ui/session/api.ts';
import { portal } from '../frame/texts.ts';
import { Captcha } from './captcha.tsx';

const texts = {
  intro: {
    zh: '输入单位的统一社会信用代码，查询该单位已完成备案的编号。',
    en: 'Give the credit code of a unit to see the numbers of its completed filings.',
  },
  uscc: { zh: '统一社会信用代码', en: 'Unified social credit code' },
  usccHint: { zh: '18 位，见营业执照或法人登记证书', en: '18 characters, on the licence or certificate' },
  captcha: { zh: '验证', en: 'Captcha' },
  query: { zh: '查询', en: 'Look up' },
  found: { zh: '查询结果：{count} 个备案编号', en: '{count} filing numbers' },
  nothing: {
    zh: '未查询到该单位已完成的备案。请核对统一社会信用代码。',
    en: 'No completed filing of this unit. Check the credit code.',
  },
} as const;
const idOf = (path: string) => (path === 'captcha' ? 'captcha' : `public-${path}`);

/** 公共查询 (M130–M134). */
export function PublicQueryPage() {
  const t = useText();
  const { locale } = useLanguage();
  const [uscc, setUscc] = useState('');
  const [captcha, setCaptcha] = useState<string>();
  const [serial, setSerial] = useState(0);
  const [errors, setErrors] = useState<FieldError[]>([]);
  const [problem, setProblem] = useState<unknown>();
  const [found, setFound] = useState<{ uscc: string; numbers: string[] }>();
  const [busy, setBusy] = useState(false);
  const errorOf = (path: string) => errors.find((error) => error.path === path);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setProblem(undefined);
    const given = { uscc, captcha };
    const wrong = contractErrors(PublicQuery, given, locale);
    setErrors(wrong);
    if (wrong.length > 0) return;
    setBusy(true);
    try {
      const { items } = await api.get<{ items: { number: string }[] }>(`/api/public/filings?${queryOf(given)}`);
      setFound({ uscc: uscc.trim().toUpperCase(), numbers: items.map((item) => item.number) });
    } catch (failure) {
      setErrors(answeredErrors(failure));
      setProblem(failure);
      setFound(undefined);
    } finally {
      // Each challenge serves once.
      setCaptcha(undefined);
      setSerial((now) => now + 1);
      setBusy(false);
    }
  };

  return (
    <Page title={t(portal.publicQuery)} system={t(portal.name)} wrong={errors.length > 0}>
      <p>{t(texts.intro)}</p>
      <ErrorSummary
        errors={errors}
        idOf={idOf}
        labelOf={(path) => (path === 'captcha' ? t(texts.captcha) : t(texts.uscc))}
      />
      {problem !== undefined && errors.length === 0 && <ProblemAlert error={problem} />}
      <form className="panel" noValidate onSubmit={(event) => void submit(event)}>
        <TextField
          id="public-uscc"
          label={t(texts.uscc)}
          hint={t(texts.usccHint)}
          error={errorOf('uscc')}
          required
          value={uscc}
          maxLength={24}
          autoComplete="off"
          onChange={setUscc}
        />
        <Captcha purpose="query" serial={serial} error={errorOf('captcha')} onSolved={setCaptcha} />
        <Button type="submit" primary busy={busy}>
          {t(texts.query)}
        </Button>
      </form>
      <div aria-live="polite">
        {found && (
          <section className="panel" aria-labelledby="public-found">
            <h2 id="public-found">{t(texts.found, { count: found.numbers.length })}</h2>
            <p>{found.uscc}</p>
            {found.numbers.length === 0 ? (
              <p className="nothing">{t(texts.nothing)}</p>
            ) : (
              <ul className="numbers">
                {found.numbers.map((number) => (
                  <li key={number}>
                    <a href={`/public/verify/${number}`}>
                      <code>{number}</code>
                    </a>
                  </li>
                ))}
              </ul>
            )}
          </section>
        )}
      </div>
      <p>
        <a href="/public/verify">{t(portal.verify)}</a> · <a href="/public/tip-off">{t(portal.tipOff)}</a>
      </p>
    </Page>
  );
}
