import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState, type FormEvent } from 'react';
import { ApplicationQuery, type ApplicationSummary } from '@beian/contracts/applications.ts';
import {
  applicationKindLabels,
  applicationKinds,
  applicationStatuses,
  applicationStatusLabels,
  type ApplicationKind,
  type ApplicationStatus,
} from '@beian/contracts/vocabulary.ts';
import { ErrorSummary } from '@beian/ui/forms/error-summary.tsx';
import { contractErrors } from '@beian/ui/forms/field-errors.ts';
import { ChoiceField } from '@beian/ui/forms/choice-field.tsx';
import { TextField } from '@beian/ui/forms/field.tsx';
import { MoreButton } from '@beian/ui/frame/more-button.tsx';
import { Loaded, Page } from '@beian/ui/frame/page.tsx';
import { useLanguage, useText } from '@beian/ui/language/language.tsx';
import { api, queryOf } from '@beian/ui/session/api.ts';
import { ForFilers } from '../frame/for-filers.tsx';
import { portal } from '../frame/texts.ts';
import type { ApplicationsSearch } from './applications-search.ts';
import { ApplicationsTable } from './applications-table.tsx';
import { texts } from './texts.ts';

type Filters = {
  uscc: string;
  systemName: string;
  kind: ApplicationKind | 'all';
  status: ApplicationStatus | 'all';
};
type Listed = { items: ApplicationSummary[]; next?: string };
const none: Filters = { uscc: '', systemName: '', kind: 'all', status: 'all' };

/** What of the filters is given, as the API takes it. */
const givenOf = ({ uscc, systemName, kind, status }: Filters) => ({
  uscc: uscc.trim() || undefined,
  systemName: systemName.trim() || undefined,
  kind: kind === 'all' ? undefined : kind,
  status: status === 'all' ? undefined : status,
});

/** 业务查询 (M067–M073): own applications by any filter or none. Kind and status stand in the address, so that a link can ask for them. */
export function ApplicationsPage() {
  return (
    <ForFilers>
      <Applications />
    </ForFilers>
  );
}

function Applications() {
  const t = useText();
  const { locale } = useLanguage();
  const navigate = useNavigate();
  const { kind = 'all', status = 'all' } = useSearch({ from: '/applications' }) as ApplicationsSearch;
  const [typed, setTyped] = useState<Filters>({ ...none, kind, status });
  const [words, setWords] = useState({ uscc: '', systemName: '' });
  const [errors, setErrors] = useState<ReturnType<typeof contractErrors>>([]);
  const asked = givenOf({ ...words, kind, status });
  const query = useInfiniteQuery({
    queryKey: ['applications', asked],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => api.get<Listed>(`/api/applications?${queryOf({ ...asked, cursor: pageParam })}`),
    getNextPageParam: (page) => page.next,
  });
  const ask = (filters: Filters) => {
    const given = givenOf(filters);
    const found = contractErrors(ApplicationQuery, given, locale);
    setErrors(found);
    if (found.length > 0) return;
    setWords({ uscc: filters.uscc, systemName: filters.systemName });
    void navigate({ to: '/applications', search: { kind: given.kind, status: given.status }, replace: true });
  };
  const search = (event: FormEvent) => {
    event.preventDefault();
    ask(typed);
  };
  return (
    <Page title={t(portal.applications)} system={t(portal.name)} wrong={errors.length > 0}>
      <ErrorSummary
        errors={errors}
        idOf={(path) => `filter-${path}`}
        labelOf={(path) => (path === 'uscc' ? t(texts.uscc) : undefined)}
      />
      <form className="panel filters" aria-label={t(texts.filters)} noValidate onSubmit={search}>
        <TextField
          id="filter-uscc"
          label={t(texts.uscc)}
          error={errors.find((error) => error.path === 'uscc')}
          value={typed.uscc}
          onChange={(uscc) => setTyped({ ...typed, uscc })}
        />
        <TextField
          id="filter-systemName"
          label={t(texts.systemName)}
          value={typed.systemName}
          onChange={(systemName) => setTyped({ ...typed, systemName })}
        />
        <ChoiceField
          id="filter-kind"
          label={t(texts.kind)}
          value={typed.kind}
          options={[
            { value: 'all' as const, label: t(texts.all) },
            ...applicationKinds.map((value) => ({ value, label: t(applicationKindLabels[value]) })),
          ]}
          onChange={(value) => setTyped({ ...typed, kind: value })}
        />
        <ChoiceField
          id="filter-status"
          label={t(texts.status)}
          value={typed.status}
          options={[
            { value: 'all' as const, label: t(texts.all) },
            ...applicationStatuses.map((value) => ({ value, label: t(applicationStatusLabels[value]) })),
          ]}
          onChange={(value) => setTyped({ ...typed, status: value })}
        />
        <div className="actions" style={{ marginTop: 0 }}>
          <Button type="primary" htmlType="submit">
            {t(texts.search)}
          </Button>
          <Button
            onClick={() => {
              setTyped(none);
              ask(none);
            }}
          >
            {t(texts.reset)}
          </Button>
        </div>
      </form>
      <Loaded query={query}>
        {(data) => (
          <div className="panel">
            <ApplicationsTable
              items={data.pages.flatMap((page) => page.items)}
              filtered={Object.values(asked).some((value) => value !== undefined)}
            />
            <MoreButton query={query} />
          </div>
        )}
      </Loaded>
    </Page>
  );
}
