import type { Statistics } from './statistics.ts';
import {
  applicationKindLabels,
  figureLabels,
  retentionClasses,
  retentionClassLabels,
  taskAgeLabels,
  type Label,
  type StatisticsTable,
} from './vocabulary.ts';

type Figure = keyof typeof figureLabels;
type Figures = Readonly<Partial<Record<Figure, number | null>>>;
type Cell = string | number | null;
/** A table of figures as plain data: the page, CSV and workbook all show this one. */
export type FigureTable = { columns: string[]; rows: Cell[][] };

const flow = [
  'received',
  'approved',
  'returned',
  'rejected',
  'rerouted',
  'returnRate',
  'secondReturns',
  'lateCitations',
  'medianDays',
  'ninthDecileDays',
] as const satisfies readonly Figure[];
const work = ['open', 'overdue', 'withFiler'] as const satisfies readonly Figure[];
const stock = ['filings', 'held', 'devices', 'withSnapshot'] as const satisfies readonly Figure[];

/** A table of the statistics with headings and words in one language. The return rate is in percent. */
export function statisticsTableOf(
  figures: Statistics,
  table: StatisticsTable,
  word: (label: Label) => string,
): FigureTable {
  const heading = (figure: Figure) => `${word(figureLabels[figure])}${figure === 'returnRate' ? ' (%)' : ''}`;
  const of = (wanted: readonly Figure[], row: Figures): Cell[] => wanted.map((figure) => row[figure] ?? null);
  const made = (first: Label, wanted: readonly Figure[], rows: (readonly [string, Figures])[]): FigureTable => ({
    columns: [word(first), ...wanted.map(heading)],
    rows: rows.map(([name, row]) => [name, ...of(wanted, row)]),
  });
  switch (table) {
    case 'months':
      return made(
        { zh: '月份', en: 'Month' },
        flow,
        figures.months.map((row) => [row.month, row]),
      );
    case 'kinds': {
      const rows = figures.kinds.map((row) => [word(applicationKindLabels[row.kind]), row] as const);
      return made({ zh: '业务类型', en: 'Business' }, [...flow, ...work], rows);
    }
    case 'organs':
      return made(
        { zh: '机关', en: 'Organ' },
        [...flow, ...work, ...stock],
        figures.organs.map((row) => [row.organ.name, row]),
      );
    case 'ages': {
      const rows = figures.ages.map((row) => [word(taskAgeLabels[row.age]), row] as const);
      return made({ zh: '在办时长', en: 'Age' }, ['open', 'overdue'], rows);
    }
    case 'counties': {
      const { columns } = made({ zh: '区县', en: 'County' }, [...stock, 'withoutSnapshot'], []);
      return {
        columns: [...columns, ...retentionClasses.map((one) => word(retentionClassLabels[one]))],
        rows: figures.counties.map(({ county, retention, ...row }) => [
          county.name,
          ...of([...stock, 'withoutSnapshot'], { ...row, withoutSnapshot: row.devices - row.withSnapshot }),
          ...retentionClasses.map((one) => retention[one]),
        ]),
      };
    }
  }
}
