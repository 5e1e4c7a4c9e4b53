import type { Statistics } from '@beian/contracts/statistics.ts';
import type { FlowRow, Key, SpentRow } from './count-flow.ts';
import type { StockRow, WorkRow } from './count-work.ts';
import { percentile } from './percentile.rules.ts';

/** The rows of all statements. */
export type Counted = { flow: FlowRow[]; spent: SpentRow[]; work: WorkRow[]; stock: StockRow[] };

type Flow = Omit<Statistics['months'][number], 'month'>;
type Work = Pick<Statistics['totals'], 'open' | 'overdue' | 'withFiler'>;
type Stock = Omit<Statistics['counties'][number], 'county'>;

const isAt = (row: Key, { under, kind, month }: Key): boolean =>
  row.under === under && row.kind === kind && row.month === month;

/** What came in and was decided, at one key. */
export function flowOf({ flow, spent }: Counted, key: Key): Flow {
  const row = flow.find((one) => isAt(one, key));
  const { approved = 0, returned = 0, rejected = 0 } = row ?? {};
  const answered = approved + returned + rejected;
  const histogram = spent.filter((one) => isAt(one, key));
  return {
    received: row?.received ?? 0,
    approved,
    returned,
    rejected,
    rerouted: row?.rerouted ?? 0,
    returnRate: answered === 0 ? null : Math.round((returned / answered) * 1000) / 10,
    secondReturns: row?.second_returns ?? 0,
    lateCitations: row?.late_citations ?? 0,
    medianDays: percentile(histogram, 0.5),
    ninthDecileDays: percentile(histogram, 0.9),
  };
}

/** What is open now, at one key. */
export function workOf({ work }: Counted, { under, kind }: Pick<Key, 'under' | 'kind'>): Work {
  const row = work.find((one) => one.age === null && one.under === under && one.kind === kind);
  return { open: row?.open ?? 0, overdue: row?.overdue ?? 0, withFiler: row?.with_filer ?? 0 };
}

/** What is filed now, from a row; nothing without one. */
export const stockOf = (row: StockRow | undefined): Stock => ({
  filings: row?.filings ?? 0,
  held: row?.held ?? 0,
  devices: row?.devices ?? 0,
  withSnapshot: row?.with_snapshot ?? 0,
  retention: {
    under_30: row?.under_30 ?? 0,
    days_30_to_89: row?.days_30_to_89 ?? 0,
    days_90_up: row?.days_90_up ?? 0,
  },
});

/** Whether any of the figures is not nothing. */
export const hasFigures = (figures: Readonly<Record<string, number | null>>): boolean =>
  Object.values(figures).some((figure) => figure !== null && figure !== 0);
