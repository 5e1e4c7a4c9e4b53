import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import type { Statistics } from '@beian/contracts/statistics.ts';
import { statisticsTables } from '@beian/contracts/vocabulary.ts';
import { Loaded, Page } from '@beian/ui/frame/page.tsx';
import { useText, useTime } from '@beian/ui/language/language.tsx';
import { api, queryOf } from '@beian/ui/session/api.ts';
import { useMe } from '@beian/ui/session/session.tsx';
import { ExportLinks } from '../exports/export-links.tsx';
import { review } from '../frame/texts.ts';
import { Figure } from './figure.tsx';
import { StatisticsFilters } from './statistics-filters.tsx';
import './statistics.css';
import type { StatisticsSearch } from './statistics-search.ts';
import { definitions, texts } from './texts.ts';
import { Totals } from './totals.tsx';

/** 统计 (I41): figures of the organs that somebody oversees, as charts and as tables, each to be exported. */
export function StatisticsPage() {
  const t = useText();
  const time = useTime();
  const me = useMe();
  const search = useSearch({ strict: false }) as StatisticsSearch;
  const below = me.data?.roles.some((role) => role === 'supervisor' || role === 'auditor') ?? false;
  const query = useQuery({
    queryKey: ['statistics', search],
    queryFn: () => api.get<Statistics>(`/api/review/statistics?${queryOf(search)}`),
    placeholderData: (before) => before,
  });
  const { kind: _, ...ofFilings } = search;
  return (
    <Page
      title={t(review.statistics)}
      system={t(review.name)}
      actions={<Button onClick={() => window.print()}>{t(texts.print)}</Button>}
    >
      <StatisticsFilters
        key={JSON.stringify(search)}
        search={search}
        near={me.data?.organ?.divisionCode}
        below={below}
      />
      <Loaded query={query}>
        {(figures) => {
          const { organ, from, to, asOf, totals } = figures;
          return (
            <div className="figures" aria-busy={query.isPlaceholderData}>
              <section className="panel" aria-labelledby="totals-title">
                <h2 id="totals-title">{t(texts.totals)}</h2>
                <p>{t(texts.scope, { organ: organ.name, from, to, asOf: time(asOf) })}</p>
                <Totals totals={totals} />
              </section>
              {statisticsTables.map((table) => (
                <Figure key={table} table={table} figures={figures} filter={search} />
              ))}
              <section className="panel" aria-labelledby="filings-title">
                <h2 id="filings-title">{t(texts.filings)}</h2>
                <ExportLinks what="filings" label={t(texts.filings)} filter={ofFilings} />
              </section>
              <section className="panel" aria-labelledby="definitions-title">
                <h2 id="definitions-title">{t(texts.definitions)}</h2>
                <ul>
                  {definitions.map((definition) => (
                    <li key={definition.zh}>{t(definition)}</li>
                  ))}
                </ul>
              </section>
            </div>
          );
        }}
      </Loaded>
    </Page>
  );
}
