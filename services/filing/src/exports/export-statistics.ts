import type { StatisticsExportQuery } from '@beian/contracts/exports.ts';
import { phrase } from '@beian/contracts/problems.ts';
import { statisticsTableOf } from '@beian/contracts/statistics-tables.ts';
import { statisticsTableLabels, type Label } from '@beian/contracts/vocabulary.ts';
import type { Actor } from '@beian/service-kit/actor.ts';
import type { Deps } from '../deps.ts';
import { readStatistics } from '../statistics/read-statistics.ts';
import { requireReader } from '../statistics/statistics-scope.ts';
import { recordExport } from './record-export.ts';
import type { Sheet } from './write-sheet.ts';

/** One table of the statistics (I42), as the page shows it. */
export async function exportStatistics(
  deps: Deps,
  { actor, token, requestId }: { actor: Actor; token: string; requestId: string },
  { format, locale, table, ...filter }: StatisticsExportQuery,
): Promise<Sheet> {
  const staff = requireReader(actor);
  const figures = await readStatistics(deps, { actor, token }, filter);
  const word = (label: Label) => phrase(label, locale);
  const { columns, rows } = statisticsTableOf(figures, table, word);
  const noted = { ...filter, table, from: figures.from, to: figures.to };
  await recordExport(deps, { staff, requestId }, { what: 'statistics', format, filter: noted, rows: rows.length });
  return { name: `${word(statisticsTableLabels[table])} ${figures.from} ${figures.to}`, columns, rows };
}
