import { useInfiniteQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import type { AuditEntryList } from '@beian/contracts/audit.ts';
import { MoreButton } from '@beian/ui/frame/more-button.tsx';
import { Loaded, Page } from '@beian/ui/frame/page.tsx';
import { useText } from '@beian/ui/language/language.tsx';
import { api, queryOf } from '@beian/ui/session/api.ts';
import { review } from '../frame/texts.ts';
import { AuditFilters } from './audit-filters.tsx';
import { filterOf, pathOf, type AuditSearch } from './audit-search.ts';
import { AuditTable } from './audit-table.tsx';
import { IntegrityCheck } from './integrity-check.tsx';
import { texts } from './texts.ts';

/** 审计记录 (I40): search, export, integrity, one chain at a time. */
export function AuditPage() {
  const t = useText();
  const search = useSearch({ strict: false }) as AuditSearch;
  const path = pathOf(search.chain);
  const filter = filterOf(search);
  const query = useInfiniteQuery({
    queryKey: ['audit', path, filter],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      api.get<AuditEntryList>(`${path}?${queryOf({ ...filter, limit: 50, cursor: pageParam })}`),
    getNextPageParam: (page) => page.next,
  });
  return (
    <Page title={t(review.audit)} system={t(review.name)}>
      <div className="panel">
        <p className="hint">{t(texts.what)}</p>
        <p className="hint">{t(texts.scope)}</p>
        <AuditFilters key={JSON.stringify(search)} search={search} />
      </div>
      <IntegrityCheck key={path} path={path} />
      <Loaded query={query}>
        {(data) => (
          <div className="panel">
            <AuditTable items={data.pages.flatMap((page) => page.items)} search={search} />
            <MoreButton query={query} />
          </div>
        )}
      </Loaded>
    </Page>
  );
}
