import { taskAgeBounds, type ApplicationKind } from '@beian/contracts/vocabulary.ts';
import type { SqlEntityManager } from '@beian/service-kit/database.ts';
import { late } from '../review/queue-conditions.ts';
import { amongOrgans, branchTable, dayOf, ofApplication, workingTable, type Asked } from './figures.sql.ts';

export type WorkRow = {
  under: string | null;
  kind: ApplicationKind | null;
  /** Place of the class in `taskAges`; `withFiler` of what no organ has. */
  age: number | null;
  open: number;
  overdue: number;
  with_filer: number;
};
const withFiler = -1;
export type StockRow = {
  under: string | null;
  county: string | null;
  filings: number;
  held: number;
  devices: number;
  with_snapshot: number;
  under_30: number;
  days_30_to_89: number;
  days_90_up: number;
};

/**
 * What is open now: for the whole, by branch, by kind and by age, in one statement. The age is that of the application over all its
 * reviews: one that was re-routed, or returned and resubmitted, does not become young by it.
 */
export function countWork(em: SqlEntityManager, asked: Asked): Promise<WorkRow[]> {
  const branch = branchTable(asked);
  const working = workingTable(asked);
  const [task, application] = [amongOrgans('t.organ_code', asked), amongOrgans('a.organ_code', asked)];
  const of = ofApplication(asked);
  const bounds = `array[${taskAgeBounds.join(', ')}]`;
  return em.execute<WorkRow[]>(
    `with ${branch.sql}, ${working.sql}, work as (
       select t.organ_code, a.kind, width_bucket(sum(closed.number - opened.number)::int, ${bounds}) as age,
         1 as open, (${late})::int as overdue, 0 as with_filer
       from review_task t join application a on a.id = t.application_id
       join review_task r on r.application_id = t.application_id
       join working opened on opened.day = ${dayOf('r.opened_at')}
       join working closed on closed.day = ${dayOf('coalesce(r.closed_at, ?::timestamptz)')}
       where ${task.sql} and t.status in ('open', 'claimed') ${of.sql}
       group by t.id, a.kind
       union all
       select a.organ_code, a.kind, ${withFiler}, 0, 0, 1 from application a
       where ${application.sql} and a.status = 'returned' ${of.sql}
     )
     select under, kind, age, coalesce(sum(open), 0)::int as open, coalesce(sum(overdue), 0)::int as overdue,
       coalesce(sum(with_filer), 0)::int as with_filer
     from work join branch on code = organ_code group by grouping sets ((), (under), (kind), (age))`,
    [
      ...branch.params,
      ...working.params,
      asked.now,
      asked.now,
      ...task.params,
      ...of.params,
      ...application.params,
      ...of.params,
    ],
  );
}

/** What is filed now: for the whole, by branch and by county. How many devices each filing has the database keeps (`device_count`). */
export function countStock(em: SqlEntityManager, asked: Asked): Promise<StockRow[]> {
  const branch = branchTable(asked);
  const filed = amongOrgans('f.organ_code', asked);
  const { division } = asked;
  const counted = ['devices', 'with_snapshot', 'under_30', 'days_30_to_89', 'days_90_up'];
  return em.execute<StockRow[]>(
    `with ${branch.sql}, stock as (
       select f.organ_code, f.county_code, count(*) as filings, count(*) filter (where f.status = 'held') as held,
         ${counted.map((column) => `sum(c.${column}) as ${column}`).join(', ')}
       from filing f left join device_count c on c.filing_id = f.id
       where ${filed.sql} and f.status <> 'cancelled' ${division ? 'and f.county_code like ?' : ''}
       group by f.organ_code, f.county_code
     )
     select under, county_code as county,
       ${['filings', 'held', ...counted].map((column) => `coalesce(sum(${column}), 0)::int as ${column}`).join(', ')}
     from stock join branch on code = organ_code group by grouping sets ((), (under), (county_code))`,
    [...branch.params, ...filed.params, ...(division ? [`${division}%`] : [])],
  );
}
