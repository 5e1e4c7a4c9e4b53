import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState, type FormEvent } from 'react';
import type { Filing } from '@beian/contracts/filings.ts';
import { ClaimFiling } from '@beian/contracts/paper-filings.ts';
import { ErrorSummary, type FieldError } from '@beian/ui/forms/error-summary.tsx';
import { answeredErrors, contractErrors } from '@beian/ui/forms/field-errors.ts';
import { TextField } from '@beian/ui/forms/field.tsx';
import { Page, ProblemAlert } from '@beian/ui/frame/page.tsx';
import { useLanguage, useText } from '@beian/ui/language/language.tsx';
import { api } from '@beian/ui/session/api.ts';
import { ForFilers } from '../frame/for-filers.tsx';
import { portal } from '../frame/texts.ts';

const texts = {
  title: { zh: '认领线下备案', en: 'Claim a filing made on paper' },
  intro: {
    zh: '在公安机关窗口办理的备案，可以认领到本账号，之后在线变更、注销和移交。法人用户认领本单位的备案不需要认领码。',
    en: 'A filing made on paper can be claimed into this account and is then changed, cancelled and transferred here. A legal person needs no code for a filing of its own.',
  },
  number: { zh: '备案编号', en: 'Filing number' },
  code: { zh: '认领码', en: 'Claim code' },
  codeHint: { zh: '见线下备案回执，四组、每组四位', en: 'On the notice, four groups of four' },
  submit: { zh: '认领', en: 'Claim' },
} as const;
const idOf = (path: string) => `claim-${path}`;

/** 认领 (I36): a filing made on paper comes into the account. */
export function ClaimPage() {
  return (
    <ForFilers>
      <Claim />
    </ForFilers>
  );
}

function Claim() {
  const t = useText();
  const { locale } = useLanguage();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [typed, setTyped] = useState({ filingNumber: '', claimCode: '' });
  const [errors, setErrors] = useState<FieldError[]>([]);
  const [problem, setProblem] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const errorOf = (path: string) => errors.find((error) => error.path === path);

  const claim = async (event: FormEvent) => {
    event.preventDefault();
    setProblem(undefined);
    const claimCode = typed.claimCode.trim();
    const body = { filingNumber: typed.filingNumber.trim(), ...(claimCode ? { claimCode } : {}) };
    const wrong = contractErrors(ClaimFiling, body, locale);
    setErrors(wrong);
    if (wrong.length > 0) return;
    setBusy(true);
    try {
      const { number } = await api.post<Filing>('/api/filings/claims', body);
      await queries.invalidateQueries();
      await navigate({ to: '/filings/$number', params: { number } });
    } catch (failure) {
      setErrors(answeredErrors(failure));
      setProblem(failure);
    } finally {
      setBusy(false);
    }
  };

  return (
    <Page title={t(texts.title)} system={t(portal.name)} wrong={errors.length > 0}>
      <p>{t(texts.intro)}</p>
      <ErrorSummary
        errors={errors}
        idOf={idOf}
        labelOf={(path) => t(path === 'claimCode' ? texts.code : texts.number)}
      />
      {problem !== undefined && errors.length === 0 && <ProblemAlert error={problem} />}
      <form className="panel" noValidate onSubmit={(event) => void claim(event)}>
        <TextField
          id={idOf('filingNumber')}
          label={t(texts.number)}
          error={errorOf('filingNumber')}
          required
          inputMode="numeric"
          maxLength={20}
          value={typed.filingNumber}
          onChange={(filingNumber) => setTyped({ ...typed, filingNumber })}
        />
        <TextField
          id={idOf('claimCode')}
          label={t(texts.code)}
          hint={t(texts.codeHint)}
          error={errorOf('claimCode')}
          maxLength={30}
          value={typed.claimCode}
          onChange={(claimCode) => setTyped({ ...typed, claimCode })}
        />
        <div className="actions">
          <Button type="primary" htmlType="submit" loading={busy}>
            {t(texts.submit)}
          </Button>
        </div>
      </form>
    </Page>
  );
}
