import { z } from 'zod';
import { CalendarDate, OrganCode } from './common.ts';
import { ReviewTaskFilter } from './review.ts';
import { StatisticsFields, withPeriod } from './statistics.ts';
import { filingStatuses, statisticsTables } from './vocabulary.ts';

/** What a list is exported as (I42): text with commas in UTF-8, or an Excel workbook. */
export const exportFormats = ['csv', 'xlsx'] as const;
export type ExportFormat = (typeof exportFormats)[number];
/** The language of headings and of values that are codes. */
const form = { format: z.enum(exportFormats), locale: z.enum(['zh-CN', 'en']).default('zh-CN') };

/** Rows of one export. */
export const maxExportedRows = 100_000;

/** GET /api/review/exports/tasks: the queue by a filter of it. */
export const TaskExportQuery = ReviewTaskFilter.extend(form);
export type TaskExportQuery = z.infer<typeof TaskExportQuery>;

/** GET /api/review/exports/filings: filings of the organs that the caller oversees, by when they were registered. */
export const FilingExportQuery = withPeriod(
  z.strictObject({
    ...form,
    /** An organ with all below it; the caller's own when left out. */
    organ: OrganCode.optional(),
    division: StatisticsFields.shape.division,
    status: z.enum(filingStatuses).exclude(['changing', 'transferring']).optional(),
    from: CalendarDate.optional(),
    to: CalendarDate.optional(),
  }),
);
export type FilingExportQuery = z.infer<typeof FilingExportQuery>;

/** GET /api/review/exports/statistics: one table of the statistics. */
export const StatisticsExportQuery = withPeriod(StatisticsFields.extend({ ...form, table: z.enum(statisticsTables) }));
export type StatisticsExportQuery = z.infer<typeof StatisticsExportQuery>;
