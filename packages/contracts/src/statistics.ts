import { z } from 'zod';
import { CalendarDate, CountyCode, OrganCode, Timestamp } from './common.ts';
import { applicationKinds, taskAges } from './vocabulary.ts';

const Code = z.object({ code: z.string(), name: z.string() });
const longestDays = 5 * 366;

/** Which figures (I41). Days are whole days in Beijing, both ends included. */
export const StatisticsFields = z.strictObject({
  /** An organ with all below it; the caller's own when left out. */
  organ: OrganCode.optional(),
  /** Province, city or county where the systems are. */
  division: z
    .string()
    .regex(/^(\d{2}|\d{4}|\d{6})$/, { error: 'division.format' })
    .optional(),
  kind: z.enum(applicationKinds).optional(),
  /** The first of the month eleven months ago when left out. */
  from: CalendarDate.optional(),
  /** Today when left out. */
  to: CalendarDate.optional(),
});

/** The period is in order and no longer than five years. */
export const withPeriod = <T extends z.ZodType<{ from?: string | undefined; to?: string | undefined }>>(fields: T): T =>
  fields.superRefine(({ from, to }, ctx) => {
    const wrong = (message: string) => ctx.addIssue({ code: 'custom', path: ['to'], message });
    if (from === undefined || to === undefined) return;
    if (to < from) wrong('period.order');
    else if (Date.parse(to) - Date.parse(from) > longestDays * 86_400_000) wrong('period.too-long');
  });
export const StatisticsQuery = withPeriod(StatisticsFields);
export type StatisticsQuery = z.infer<typeof StatisticsQuery>;

/** What came in and was decided within the period. */
const flow = {
  /** Applications submitted; each counts for the organ that has it now, a change in parts by its parts. */
  received: z.int(),
  /** Decisions, each for the organ that made it. */
  approved: z.int(),
  returned: z.int(),
  rejected: z.int(),
  rerouted: z.int(),
  /** Returns in percent of approvals, returns and rejections, one decimal; null without any. */
  returnRate: z.number().nullable(),
  /** Returns of applications that had been returned before. */
  secondReturns: z.int(),
  /** Entries of notices that an earlier return could have cited (N3). */
  lateCitations: z.int(),
  /** Working days that organs had the application until its last decision: half took no longer; null without any. */
  medianDays: z.int().nullable(),
  /** Nine in ten took no longer. */
  ninthDecileDays: z.int().nullable(),
};
/** What is open now, whatever the period. */
const work = {
  /** Tasks that await a decision. */
  open: z.int(),
  overdue: z.int(),
  /** Applications returned, with the filer. */
  withFiler: z.int(),
};
/** What is filed now, whatever period and kind. Held filings are valid too. */
const stock = { filings: z.int(), held: z.int(), devices: z.int(), withSnapshot: z.int() };
const retention = z.object({ under_30: z.int(), days_30_to_89: z.int(), days_90_up: z.int() });

export const Statistics = z
  .object({
    asOf: Timestamp,
    /** With all below it. */
    organ: Code,
    from: CalendarDate,
    to: CalendarDate,
    kind: z.enum(applicationKinds).optional(),
    division: z.string().optional(),
    totals: z.object({ ...flow, ...work, ...stock, retention }),
    /** Every month of the period, the empty ones too. */
    months: z.array(z.object({ month: z.string(), ...flow })),
    kinds: z.array(z.object({ kind: z.enum(applicationKinds), ...flow, ...work })),
    /** The organ itself and each that is directly below it, with all below that; those without any figure are left out. */
    organs: z.array(z.object({ organ: Code, ...flow, ...work, ...stock })),
    ages: z.array(z.object({ age: z.enum(taskAges), open: z.int(), overdue: z.int() })),
    /** By where the systems are, most devices first, 200 at the most. */
    counties: z.array(z.object({ county: z.object({ code: CountyCode, name: z.string() }), ...stock, retention })),
    moreCounties: z.int(),
  })
  .meta({ id: 'Statistics', description: '统计' });
export type Statistics = z.infer<typeof Statistics>;
