import type { ApplicationKind } from '@beian/contracts/vocabulary.ts';
import type { Condition } from '../review/queue-conditions.ts';
import type { Branch } from './branches.rules.ts';
import { firstDay } from './working-day-numbers.rules.ts';

/** What the statements of the statistics are asked about. */
export type Asked = {
  branches: readonly Branch[];
  /** From the first instant to the last. */
  from: Date;
  to: Date;
  kind?: ApplicationKind | undefined;
  division?: string | undefined;
  now: Date;
  /** `workingDayNumbers` up to today. */
  numbers: readonly number[];
};

/** The organs by branch, as the table `branch (code, under)` of a statement. */
export const branchTable = ({ branches }: Pick<Asked, 'branches'>): Condition => ({
  sql: 'branch as (select code, under from jsonb_to_recordset(?::jsonb) as b (code text, under text))',
  params: [JSON.stringify(branches)],
});

/** A column holds one of the organs. Said as an array the planner can tell how many rows that is; of a join with `branch` it cannot. */
export const amongOrgans = (column: string, { branches }: Pick<Asked, 'branches'>): Condition => ({
  sql: `${column} = any(?::text[])`,
  params: [`{${branches.map(({ code }) => code).join(',')}}`],
});

/** The working days by number, as the table `working (day, number)`. */
export const workingTable = ({ numbers }: Pick<Asked, 'numbers'>): Condition => ({
  sql: `working as (
    select date '${firstDay}' + (at - 1)::int as day, number::int
    from jsonb_array_elements_text(?::jsonb) with ordinality as n (number, at))`,
  params: [JSON.stringify(numbers)],
});

/** Kind of an application `a` and where its system is. */
export const ofApplication = ({ kind, division }: Pick<Asked, 'kind' | 'division'>): Condition => ({
  sql: `${kind ? 'and a.kind = ?' : ''} ${division ? 'and a.county_code like ?' : ''}`,
  params: [...(kind ? [kind] : []), ...(division ? [`${division}%`] : [])],
});

// China has had one offset and no summer time since 1991; an offset costs a tenth of a look-up of the zone.
const inBeijing = (column: string): string => `(${column} at time zone interval '8 hours')`;

/** The day in Beijing on which something happened. */
export const dayOf = (column: string): string => `${inBeijing(column)}::date`;
/** The first instant of its month. */
export const monthOf = (column: string): string => `date_trunc('month', ${inBeijing(column)})`;
/** The columns of a key, and by which of them there are rows besides the whole. */
export const key = `under, kind, to_char(month, 'YYYY-MM') as month`;

/** A review `l` was opened after the decision `d`: the rounds of an application have no gaps. Without one, an approval or rejection settled it. */
export const isNext = 'l.application_id = d.application_id and l.round = d.round + 1';
