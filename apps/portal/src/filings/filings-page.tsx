import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Empty } from 'antd';
import { useState, type FormEvent } from 'react';
import { FilingQuery, type Filing } from '@beian/contracts/filings.ts';
import { delegationRoleLabels, filingStatusLabels } from '@beian/contracts/vocabulary.ts';
import { ErrorSummary, type FieldError } from '@beian/ui/forms/error-summary.tsx';
import { contractErrors } from '@beian/ui/forms/field-errors.ts';
import { TextField } from '@beian/ui/forms/field.tsx';
import { ColumnHeads } from '@beian/ui/frame/column-heads.tsx';
import { Loaded, Page } from '@beian/ui/frame/page.tsx';
import { ScrollRegion } from '@beian/ui/frame/scroll-region.tsx';
import { useLanguage, useText, useTime } from '@beian/ui/language/language.tsx';
import { api, queryOf } from '@beian/ui/session/api.ts';
import { ForFilers } from '../frame/for-filers.tsx';
import { portal } from '../frame/texts.ts';
import { texts } from './texts.ts';

/** 备案信息查询 (M074–M082). */
export function FilingsPage() {
  return (
    <ForFilers>
      <Filings />
    </ForFilers>
  );
}

function Filings() {
  const t = useText();
  const { locale } = useLanguage();
  const [typed, setTyped] = useState({ uscc: '', systemName: '' });
  const [asked, setAsked] = useState<typeof typed>();
  const [errors, setErrors] = useState<FieldError[]>([]);
  const query = useQuery({
    queryKey: ['filings', asked],
    queryFn: async () => (await api.get<{ items: Filing[] }>(`/api/filings?${queryOf(asked ?? {})}`)).items,
    enabled: asked !== undefined,
  });
  const search = (event: FormEvent) => {
    event.preventDefault();
    const wrong = contractErrors(FilingQuery, typed, locale);
    setErrors(wrong);
    if (wrong.length === 0) setAsked({ uscc: typed.uscc.trim(), systemName: typed.systemName.trim() });
  };
  const errorOf = (path: string) => errors.find((error) => error.path === path);
  return (
    <Page title={t(portal.filings)} system={t(portal.name)} wrong={errors.length > 0}>
      <p>{t(texts.intro)}</p>
      <p>
        <Link to="/claim">{t(texts.claim)}</Link>
      </p>
      <ErrorSummary
        errors={errors}
        idOf={(path) => `filings-${path}`}
        labelOf={(path) => t(path === 'uscc' ? texts.uscc : texts.systemName)}
      />
      <form className="panel" noValidate onSubmit={search}>
        <TextField
          id="filings-uscc"
          label={t(texts.uscc)}
          required
          error={errorOf('uscc')}
          value={typed.uscc}
          onChange={(uscc) => setTyped({ ...typed, uscc })}
        />
        <TextField
          id="filings-systemName"
          label={t(texts.systemName)}
          required
          error={errorOf('systemName')}
          value={typed.systemName}
          onChange={(systemName) => setTyped({ ...typed, systemName })}
        />
        <Button type="primary" htmlType="submit">
          {t(texts.search)}
        </Button>
      </form>
      {asked && (
        <Loaded query={query}>
          {(filings) => (
            <div className="panel" aria-live="polite">
              {filings.length === 0 ? (
                <Empty description={t(texts.nothing)} />
              ) : (
                <ScrollRegion label={t(portal.filings)}>
                  <table className="notice wide">
                    <ColumnHeads labels={columns} />
                    <tbody>
                      {filings.map((filing) => (
                        <Line key={filing.number} filing={filing} />
                      ))}
                    </tbody>
                  </table>
                </ScrollRegion>
              )}
            </div>
          )}
        </Loaded>
      )}
    </Page>
  );
}

const columns = [
  texts.number,
  texts.systemName,
  texts.unitName,
  texts.status,
  texts.right,
  texts.organ,
  texts.registeredAt,
];

function Line({ filing: { number, content, status, actingFor, organ, registeredAt } }: { filing: Filing }) {
  const t = useText();
  const time = useTime();
  return (
    <tr>
      <th scope="row">
        <Link to="/filings/$number" params={{ number }}>
          {number}
        </Link>
      </th>
      <td>{content.system.name}</td>
      <td>{content.unit.name}</td>
      <td data-label={t(texts.status)}>{t(filingStatusLabels[status])}</td>
      <td data-label={t(texts.right)}>{t(actingFor ? delegationRoleLabels[actingFor.role] : texts.holder)}</td>
      <td data-label={t(texts.organ)}>{organ.name}</td>
      <td data-label={t(texts.registeredAt)}>{time(registeredAt)}</td>
    </tr>
  );
}
