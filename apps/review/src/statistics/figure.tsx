import { Table } from 'antd';
import { Fragment, useMemo } from 'react';
import { statisticsTableOf } from '@beian/contracts/statistics-tables.ts';
import type { Statistics } from '@beian/contracts/statistics.ts';
import {
  figureLabels,
  retentionClassLabels,
  statisticsTableLabels,
  type Label,
  type StatisticsTable,
} from '@beian/contracts/vocabulary.ts';
import { ScrollRegion } from '@beian/ui/frame/scroll-region.tsx';
import { useText } from '@beian/ui/language/language.tsx';
import { ExportLinks } from '../exports/export-links.tsx';
import { Chart } from './chart.tsx';
import type { StatisticsSearch } from './statistics-search.ts';
import { texts } from './texts.ts';

type Bars = { caption?: Label; sideways: boolean; series: readonly { label: Label; stack?: string }[] };
const { received, approved, returned, rejected, returnRate, open, overdue, medianDays, ninthDecileDays } = figureLabels;
/** How long it took, by which the end of what is open is predicted: beside the counts, for days and pieces share no axis. */
const days = (sideways: boolean): Bars => ({
  caption: texts.days,
  sideways,
  series: [{ label: medianDays }, { label: ninthDecileDays }],
});
const decided = [approved, returned, rejected].map((label) => ({ label, stack: 'decided' }));
const barsOf: Record<StatisticsTable, readonly Bars[]> = {
  months: [
    { sideways: false, series: [{ label: received }, ...decided] },
    { caption: texts.rate, sideways: false, series: [{ label: returnRate }] },
    days(false),
  ],
  kinds: [{ sideways: false, series: [{ label: received }, ...decided] }, days(false)],
  organs: [{ sideways: true, series: [{ label: received }, { label: open }, { label: overdue }] }, days(true)],
  ages: [{ sideways: false, series: [{ label: open }, { label: overdue }] }],
  counties: [
    {
      sideways: true,
      series: Object.values(retentionClassLabels).map((label) => ({ label, stack: 'devices' })),
    },
  ],
};
const mostBars = 15;

/** One table of the statistics with its charts: the same figures twice, both made from the table. */
export function Figure(props: { table: StatisticsTable; figures: Statistics; filter: StatisticsSearch }) {
  const { table, figures, filter } = props;
  const t = useText();
  const { columns, rows } = useMemo(() => statisticsTableOf(figures, table, t), [figures, table, t]);
  const title = t(statisticsTableLabels[table]);
  const caption = t(texts[table]);
  const shown = rows.slice(0, table === 'months' ? rows.length : mostBars);
  // Its heading may end in its unit.
  const column = (label: Label) => columns.findIndex((heading) => heading.replace(/ \(%\)$/, '') === t(label));
  return (
    <section className="panel" aria-labelledby={`${table}-title`}>
      <h2 id={`${table}-title`}>{title}</h2>
      <figure className="figure">
        <figcaption>
          {caption}
          {shown.length < rows.length && ` ${t(texts.firstBars, { count: shown.length })}`}
          {table === 'counties' && figures.moreCounties > 0 && ` ${t(texts.more, { count: figures.moreCounties })}`}
        </figcaption>
        {rows.length > 0 &&
          barsOf[table].map(({ caption: own, sideways, series }) => (
            <Fragment key={own?.zh ?? caption}>
              {own && <p className="chart-caption">{t(own)}</p>}
              <Chart
                caption={t(texts.chart, { caption: own ? t(own) : caption })}
                names={shown.map((row) => String(row[0]))}
                sideways={sideways}
                series={series.map(({ label, stack }) => ({
                  name: t(label),
                  stack,
                  data: shown.map((row) => numberAt(row, column(label))),
                }))}
              />
            </Fragment>
          ))}
        <ScrollRegion label={t(texts.table, { title })}>
          <Table<(string | number | null)[]>
            size="small"
            rowKey={(row) => String(row[0])}
            pagination={false}
            dataSource={rows}
            columns={columns.map((heading, i) => ({
              title: heading,
              align: i === 0 ? ('left' as const) : ('right' as const),
              rowScope: i === 0 ? ('row' as const) : undefined,
              render: (_: unknown, row) => row[i] ?? '–',
            }))}
          />
        </ScrollRegion>
      </figure>
      <ExportLinks what="statistics" label={title} filter={{ ...filter, table }} />
    </section>
  );
}

/** Nothing where there is none: no time is not no days. */
const numberAt = (row: (string | number | null)[], at: number): number | null => {
  const cell = row[at];
  return typeof cell === 'number' ? cell : null;
};
