import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import type { ReviewView } from '@beian/contracts/review-views.ts';
import type { ReviewTaskList } from '@beian/contracts/review.ts';
import { ProblemAlert } from '@beian/ui/frame/page.tsx';
import { useText } from '@beian/ui/language/language.tsx';
import { api } from '@beian/ui/session/api.ts';
import { useAct } from '@beian/ui/session/use-act.ts';
import type { z } from 'zod';
import { filterOf, sameFilter, type QueueSearch } from './queue-search.ts';
import { SaveViewDialog } from './save-view-dialog.tsx';
import { texts } from './texts.ts';

type Counts = z.infer<typeof ReviewTaskList>['counts'];
type Key = 'all' | 'unclaimed' | 'mine' | 'overdue' | 'suspendedView' | 'escalatedView' | 'decided' | 'observed';
type View = { key: Key; search: QueueSearch; count: (counts: Counts) => number | undefined };
const views: readonly View[] = [
  { key: 'all', search: {}, count: ({ open, claimed }) => open + claimed },
  { key: 'unclaimed', search: { status: 'open' }, count: ({ open }) => open },
  { key: 'mine', search: { status: 'claimed', assignee: 'me' }, count: ({ mine }) => mine },
  { key: 'overdue', search: { overdue: 'true' }, count: ({ overdue }) => overdue },
  { key: 'suspendedView', search: { suspended: 'true' }, count: ({ suspended }) => suspended },
  { key: 'escalatedView', search: { escalated: 'true' }, count: ({ escalated }) => escalated },
  { key: 'decided', search: { status: 'decided' }, count: () => undefined },
  { key: 'observed', search: { observed: 'true' }, count: () => undefined },
];

/** A link of which the address holds more is another view. */
const asItIs = { exact: true, includeSearch: true };

/** The views that everybody has, each with its count; what is searched for stays. */
export function QueueViews({ search, counts }: { search: QueueSearch; counts: Counts | undefined }) {
  const t = useText();
  const { q, ...filters } = search;
  return (
    <nav aria-label={t(texts.views)} className="views">
      {views.map((view) => (
        <Link
          key={view.key}
          to="/"
          search={{ ...view.search, ...(q ? { q } : {}) } as never}
          activeOptions={asItIs}
          aria-current={sameFilter(view.search, filters) ? 'page' : undefined}
        >
          {t(texts[view.key])} {counts && view.count(counts)}
        </Link>
      ))}
    </nav>
  );
}

/** Own and shared views (I05), and a way to keep the current one. */
export function SavedViews({ search }: { search: QueueSearch }) {
  const t = useText();
  const [saving, setSaving] = useState(false);
  const { act, problem } = useAct();
  const query = useQuery({
    queryKey: ['views'],
    queryFn: async () => (await api.get<{ items: ReviewView[] }>('/api/review/views')).items,
    refetchInterval: 15_000,
  });
  const saved = query.data ?? [];
  return (
    <section aria-labelledby="saved-views" style={{ marginTop: 16 }}>
      <h2 id="saved-views" className="small-title">
        {t(texts.savedViews)}
      </h2>
      {problem !== undefined && <ProblemAlert error={problem} />}
      <ul className="views">
        {saved.map((view) => (
          <li key={view.id}>
            <Link
              to="/"
              search={view.query as never}
              activeOptions={asItIs}
              aria-current={sameFilter(view.query, search) ? 'page' : undefined}
            >
              {view.name} {view.count}
              {!view.mine && t(texts.sharedBy, { staffNo: view.keptBy })}
            </Link>
            {view.mine && (
              <Button
                size="small"
                aria-label={t(texts.deleteView, { name: view.name })}
                onClick={() => void act(() => api.remove(`/api/review/views/${view.id}`))}
              >
                {t(texts.deleteShort)}
              </Button>
            )}
          </li>
        ))}
        <li>
          <Button onClick={() => setSaving(true)}>{t(texts.saveView)}</Button>
        </li>
      </ul>
      {saving && <SaveViewDialog filter={filterOf(search)} saved={saved} onClose={() => setSaving(false)} />}
    </section>
  );
}
