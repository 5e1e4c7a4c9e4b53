import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Empty, Table } from 'antd';
import { useState, type FormEvent } from 'react';
import type { ApplicationSummary } from '@beian/contracts/applications.ts';
import { ApplicationQuery } from '@beian/contracts/applications.ts';
import {
  applicationKindLabels,
  applicationStatuses,
  applicationStatusLabels,
  type ApplicationStatus,
} from '@beian/contracts/vocabulary.ts';
import { StatusTag } from '@beian/ui/application/status-tag.tsx';
import { ErrorSummary } from '@beian/ui/forms/error-summary.tsx';
import { contractErrors } from '@beian/ui/forms/field-errors.ts';
import { ChoiceField, TextField } from '@beian/ui/forms/field.tsx';
import { Loaded, Page } from '@beian/ui/frame/page.tsx';
import { ScrollRegion } from '@beian/ui/frame/scroll-region.tsx';
import { shared } from '@beian/ui/frame/texts.ts';
import { useLanguage, useText, useTime } from '@beian/ui/language/language.tsx';
import { api, queryOf } from '@beian/ui/session/api.ts';
import { ForFilers } from '../frame/portal-frame.tsx';
import { portal } from '../frame/texts.ts';
import { texts } from './texts.ts';

type Filters = { uscc: string; systemName: string; status: ApplicationStatus | 'all' };
type Listed = { items: ApplicationSummary[]; next?: string };
const none: Filters = { uscc: '', systemName: '', status: 'all' };

/** 业务查询 (M067–M073): own applications by any filter or none. */
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
  const [typed, setTyped] = useState(none);
  const [asked, setAsked] = useState(none);
  const given = {
    uscc: typed.uscc.trim() || undefined,
    systemName: typed.systemName.trim() || undefined,
    status: typed.status === 'all' ? undefined : typed.status,
  };
  const [errors, setErrors] = useState<ReturnType<typeof contractErrors>>([]);
  const query = useInfiniteQuery({
    queryKey: ['applications', asked],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => {
      const { uscc, systemName, status } = asked;
      const filters = {
        uscc: uscc.trim(),
        systemName: systemName.trim(),
        status: status === 'all' ? undefined : status,
      };
      return api.get<Listed>(`/api/applications?${queryOf({ ...filters, cursor: pageParam })}`);
    },
    getNextPageParam: (page) => page.next,
  });
  const search = (event: FormEvent) => {
    event.preventDefault();
    const found = contractErrors(ApplicationQuery, given, locale);
    setErrors(found);
    if (found.length === 0) setAsked(typed);
  };
  const filtered = asked !== none && (asked.uscc !== '' || asked.systemName !== '' || asked.status !== 'all');
  return (
    <Page title={t(portal.applications)} system={t(portal.name)} wrong={errors.length > 0}>
      <ErrorSummary errors={errors} idOf={(path) => `filter-${path}`} />
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
          id="filter-status"
          label={t(texts.status)}
          value={typed.status}
          options={[
            { value: 'all' as const, label: t(texts.all) },
            ...applicationStatuses.map((value) => ({ value, label: t(applicationStatusLabels[value]) })),
          ]}
          onChange={(status) => setTyped({ ...typed, status })}
        />
        <div className="actions" style={{ marginTop: 0 }}>
          <Button type="primary" htmlType="submit">
            {t(texts.search)}
          </Button>
          <Button
            onClick={() => {
              setTyped(none);
              setAsked(none);
              setErrors([]);
            }}
          >
            {t(texts.reset)}
          </Button>
        </div>
      </form>
      <Loaded query={query}>
        {(data) => (
          <div className="panel">
            <ApplicationsTable items={data.pages.flatMap((page) => page.items)} filtered={filtered} />
            {query.hasNextPage && (
              <div className="actions">
                <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                  {t(shared.more)}
                </Button>
              </div>
            )}
          </div>
        )}
      </Loaded>
    </Page>
  );
}

function ApplicationsTable({ items, filtered }: { items: ApplicationSummary[]; filtered: boolean }) {
  const t = useText();
  const time = useTime();
  if (items.length === 0) {
    return (
      <Empty description={t(filtered ? texts.nothingFound : texts.empty)}>
        {!filtered && <Link to="/registration">{t(texts.start)}</Link>}
      </Empty>
    );
  }
  return (
    <ScrollRegion label={t(portal.applications)}>
      <Table<ApplicationSummary>
        rowKey="id"
        dataSource={items}
        pagination={false}
        columns={[
          {
            title: t(texts.number),
            render: (_, { id, number, kind, byAgent }) => (
              <>
                <Link to="/applications/$id" params={{ id }}>
                  {number}
                </Link>
                <div className="second-line">{t(applicationKindLabels[kind])}</div>
                {byAgent && <div className="second-line">{t(texts.byAgent)}</div>}
              </>
            ),
          },
          {
            title: t(texts.filed),
            render: (_, { systemName, unitName }) => (
              <>
                {systemName ?? t(shared.none)}
                <div className="second-line">{unitName}</div>
              </>
            ),
          },
          { title: t(texts.status), render: (_, { kind, status }) => <StatusTag kind={kind} status={status} /> },
          { title: t(texts.submittedAt), render: (_, { submittedAt }) => time(submittedAt) },
          { title: t(texts.filingNumber), render: (_, { filingNumbers }) => filingNumbers.join(', ') },
        ]}
      />
    </ScrollRegion>
  );
}
