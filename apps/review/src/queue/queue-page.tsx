import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useState } from 'react';
import type { ReviewTaskList } from '@beian/contracts/review.ts';
import { MoreButton } from '@beian/ui/frame/more-button.tsx';
import { Loaded, Page } from '@beian/ui/frame/page.tsx';
import { useText } from '@beian/ui/language/language.tsx';
import { api, queryOf } from '@beian/ui/session/api.ts';
import type { z } from 'zod';
import { ExportLinks } from '../exports/export-links.tsx';
import { review } from '../frame/texts.ts';
import { Shortcuts } from '../shortcuts/shortcuts-dialog.tsx';
import { useShortcuts } from '../shortcuts/use-shortcuts.ts';
import { BulkActions } from './bulk-actions.tsx';
import { QueueFilters } from './queue-filters.tsx';
import type { QueueSearch } from './queue-search.ts';
import { QueueViews, SavedViews } from './queue-views.tsx';
import { TaskTable } from './task-table.tsx';
import { texts } from './texts.ts';

type List = z.infer<typeof ReviewTaskList>;

/** The organ's queue (I05): views with their counts, saved ones, free search, every filter, and the tasks to tick for what is done to several at once. */
export function QueuePage() {
  const t = useText();
  const search = useSearch({ strict: false }) as QueueSearch;
  const navigate = useNavigate();
  const [selected, setSelected] = useState<string[]>([]);
  const query = useInfiniteQuery({
    queryKey: ['tasks', search],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => api.get<List>(`/api/review/tasks?${queryOf({ ...search, cursor: pageParam })}`),
    getNextPageParam: (page) => page.next,
    refetchInterval: 15_000,
  });
  const first = query.data?.pages[0]?.items[0]?.id;
  useShortcuts({
    // From anywhere on the page into the list.
    ArrowDown: () => document.querySelector<HTMLElement>('.task-list tbody a')?.focus(),
    n: () => first && void navigate({ to: '/tasks/$id', params: { id: first } }),
  });
  return (
    <Page title={t(review.queue)} system={t(review.name)} actions={<Shortcuts />}>
      <div className="panel">
        <QueueViews search={search} counts={query.data?.pages[0]?.counts} />
        <SavedViews search={search} />
        <SearchForm key={`q ${search.q ?? ''}`} search={search} />
        <QueueFilters key={JSON.stringify(search)} search={search} />
      </div>
      <Loaded query={query}>
        {(data) => {
          const items = data.pages.flatMap((page) => page.items);
          return (
            <div className="panel task-list">
              <BulkActions items={items} selected={selected} onSelect={setSelected} />
              <ExportLinks what="tasks" label={t(review.queue)} filter={search} />
              <TaskTable items={items} selection={{ ids: selected, onChange: setSelected }} />
              <MoreButton query={query} />
            </div>
          );
        }}
      </Loaded>
    </Page>
  );
}

function SearchForm({ search }: { search: QueueSearch }) {
  const t = useText();
  const navigate = useNavigate();
  const [typed, setTyped] = useState(search.q ?? '');
  return (
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
  );
}
