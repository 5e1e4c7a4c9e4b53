import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Empty, Input, Table } from 'antd';
import { useState } from 'react';
import type { ReviewTask, ReviewTaskList } from '@beian/contracts/review.ts';
import { applicationKindLabels, reviewTaskStatusLabels } from '@beian/contracts/vocabulary.ts';
import { ToneTag } from '@beian/ui/application/status-tag.tsx';
import { Loaded, Page } from '@beian/ui/frame/page.tsx';
import { shared } from '@beian/ui/frame/texts.ts';
import { useText, useTime } from '@beian/ui/language/language.tsx';
import { api, queryOf } from '@beian/ui/session/api.ts';
import { review } from '../frame/texts.ts';
import type { z } from 'zod';
import type { QueueSearch } from './queue-search.ts';
import { texts } from './texts.ts';

type List = z.infer<typeof ReviewTaskList>;
type View = { key: 'all' | 'unclaimed' | 'mine' | 'overdue' | 'decided'; search: Partial<QueueSearch> };
const views: readonly View[] = [
  { key: 'all', search: {} },
  { key: 'unclaimed', search: { status: 'open' } },
  { key: 'mine', search: { status: 'claimed', assignee: 'me' } },
  { key: 'overdue', search: { overdue: 'true' } },
  { key: 'decided', search: { status: 'decided' } },
];

/** The organ's queue (I05): views with their counts, free search, what is due first on top. */
export function QueuePage() {
  const t = useText();
  const navigate = useNavigate();
  const search = useSearch({ strict: false }) as QueueSearch;
  const [typed, setTyped] = useState(search.q ?? '');
  const query = useInfiniteQuery({
    queryKey: ['tasks', search],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => api.get<List>(`/api/review/tasks?${queryOf({ ...search, cursor: pageParam })}`),
    getNextPageParam: (page) => page.next,
    refetchInterval: 15_000,
  });
  const counts = query.data?.pages[0]?.counts;
  const countOf = (key: View['key']): string => {
    if (!counts || key === 'decided') return '';
    const all = {
      all: counts.open + counts.claimed,
      unclaimed: counts.open,
      mine: counts.mine,
      overdue: counts.overdue,
    };
    return ` ${all[key]}`;
  };
  const isCurrent = ({ search: own }: View) =>
    own.status === search.status && own.assignee === search.assignee && own.overdue === search.overdue;
  return (
    <Page title={t(review.queue)} system={t(review.name)}>
      <div className="panel">
        <nav aria-label={t(texts.views)} className="views">
          {views.map((view) => (
            <Link
              key={view.key}
              to="/"
              search={{ ...view.search, ...(search.q ? { q: search.q } : {}) } as never}
              aria-current={isCurrent(view) ? 'page' : undefined}
            >
              {t(texts[view.key])}
              {countOf(view.key)}
            </Link>
          ))}
        </nav>
        <form
          role="search"
          style={{ display: 'flex', gap: 8, maxWidth: 640, marginTop: 16 }}
          onSubmit={(event) => {
            event.preventDefault();
            void navigate({ to: '/', search: { ...search, q: typed.trim() || undefined } as never });
          }}
        >
          <Input
            aria-label={t(texts.search)}
            placeholder={t(texts.searchHint)}
            allowClear
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
          <Button htmlType="submit">{t(texts.find)}</Button>
        </form>
      </div>
      <Loaded query={query}>
        {(data) => (
          <div className="panel">
            <Tasks items={data.pages.flatMap((page) => page.items)} />
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

function Tasks({ items }: { items: ReviewTask[] }) {
  const t = useText();
  const time = useTime();
  if (items.length === 0) return <Empty description={t(texts.empty)} />;
  return (
    <Table<ReviewTask>
      rowKey="id"
      dataSource={items}
      pagination={false}
      columns={[
        {
          title: t(texts.number),
          render: (_, task) => (
            <>
              <Link to="/tasks/$id" params={{ id: task.id }}>
                {task.applicationNumber}
              </Link>
              <div className="second-line">{t(applicationKindLabels[task.kind])}</div>
            </>
          ),
        },
        {
          title: t(texts.filed),
          render: (_, task) => (
            <>
              {task.systemName ?? t(shared.none)}
              <div className="second-line">{task.unitName}</div>
            </>
          ),
        },
        { title: t(texts.division), dataIndex: 'divisionName' },
        {
          title: t(texts.status),
          render: (_, { status, round, assignee }) => (
            <>
              {t(reviewTaskStatusLabels[status])}{' '}
              {round > 1 && <ToneTag tone="quiet">{t(texts.round, { round })}</ToneTag>}
              {assignee && (
                <div className="second-line">
                  {assignee.staffNo}
                  {assignee.mine ? t(texts.me) : ''}
                </div>
              )}
            </>
          ),
        },
        {
          title: t(texts.due),
          render: (_, { dueAt, overdue, escalations }) => (
            <>
              {time(dueAt)}
              <div>
                {overdue && <ToneTag tone="bad">{t(texts.late)}</ToneTag>}
                {escalations > 0 && <ToneTag tone="waiting">{t(texts.escalated)}</ToneTag>}
              </div>
            </>
          ),
        },
      ]}
    />
  );
}
