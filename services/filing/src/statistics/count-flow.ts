import type { ApplicationKind } from '@beian/contracts/vocabulary.ts';
import type { SqlEntityManager } from '@beian/service-kit/database.ts';
import {
  amongOrgans,
  branchTable,
  dayOf,
  isNext,
  key,
  monthOf,
  ofApplication,
  workingTable,
  type Asked,
} from './figures.sql.ts';

/** By which of branch, kind and month a row is; none for the whole. */
export type Key = { under: string | null; kind: ApplicationKind | null; month: string | null };
export type FlowRow = Key & {
  received: number;
  approved: number;
  returned: number;
  rejected: number;
  rerouted: number;
  second_returns: number;
  late_citations: number;
};
export type SpentRow = Key & { days: number; count: number };

/**
 * What came in and was decided within the period: for the whole, by branch, by kind and by month, in one statement. Of approvals and
 * rejections those that settled; the whole of a change that has parts is counted by these. Only a return leads to a second version.
 */
export function countFlow(em: SqlEntityManager, asked: Asked): Promise<FlowRow[]> {
  const { from, to } = asked;
  const branch = branchTable(asked);
  const [received, decided] = [amongOrgans('a.organ_code', asked), amongOrgans('d.organ_code', asked)];
  const of = ofApplication(asked);
  return em.execute<FlowRow[]>(
    `with ${branch.sql}, event as (
       select a.organ_code, a.kind, ${monthOf('a.submitted_at')} as month, 'received' as what, 1 as version, 0 as late
       from application a
       where ${received.sql} and a.submitted_at between ? and ? ${of.sql}
         and not exists (select 1 from application part where part.parent_id = a.id)
       union all
       select d.organ_code, a.kind, ${monthOf('d.decided_at')},
         case when d.outcome in ('approve', 'reject') and l.id is not null then 'passed on' else d.outcome end,
         d.version, d.late_citations
       from decision d join application a on a.id = d.application_id left join review_task l on ${isNext}
       where ${decided.sql} and d.decided_at between ? and ? ${of.sql}
     )
     select ${key},
       count(*) filter (where what = 'received')::int as received,
       count(*) filter (where what = 'approve')::int as approved,
       count(*) filter (where what = 'return')::int as returned,
       count(*) filter (where what = 'reject')::int as rejected,
       count(*) filter (where what = 'reroute')::int as rerouted,
       count(*) filter (where what = 'return' and version > 1)::int as second_returns,
       coalesce(sum(late), 0)::int as late_citations
     from event join branch on code = organ_code group by grouping sets ((), (under), (kind), (month))`,
    [...branch.params, ...received.params, from, to, ...of.params, ...decided.params, from, to, ...of.params],
  );
}

/**
 * How many settled applications took so many working days. Each review counts from the day after it was opened to the day on which it was
 * closed, so the time that the filer had the application lies between two reviews and is not counted (G6, ADR 0019), nor is what a review
 * was suspended (ADR 0021).
 */
export function countSpentDays(em: SqlEntityManager, asked: Asked): Promise<SpentRow[]> {
  const branch = branchTable(asked);
  const working = workingTable(asked);
  const decided = amongOrgans('d.organ_code', asked);
  const of = ofApplication(asked);
  return em.execute<SpentRow[]>(
    `with ${branch.sql}, ${working.sql}, settled as (
       select d.application_id, d.organ_code, a.kind, ${monthOf('d.decided_at')} as month
       from decision d join application a on a.id = d.application_id
       where ${decided.sql} and d.decided_at between ? and ? ${of.sql} and d.outcome in ('approve', 'reject')
         and not exists (select 1 from review_task l where ${isNext})
     ), spent as (
       select s.organ_code, s.kind, s.month, sum(closed.number - opened.number - coalesce(rest.days, 0))::int as days
       from settled s join review_task t on t.application_id = s.application_id
       left join (
         select u.review_task_id, sum(ended.number - began.number) as days
         from review_suspension u
         join working began on began.day = ${dayOf('u.suspended_at')}
         join working ended on ended.day = ${dayOf('u.resumed_at')}
         group by u.review_task_id
       ) rest on rest.review_task_id = t.id
       join working opened on opened.day = ${dayOf('t.opened_at')}
       join working closed on closed.day = ${dayOf('t.closed_at')}
       group by s.application_id, s.organ_code, s.kind, s.month
     )
     select ${key}, days, count(*)::int as count
     from spent join branch on code = organ_code group by grouping sets ((days), (under, days), (kind, days), (month, days))`,
    [...branch.params, ...working.params, ...decided.params, asked.from, asked.to, ...of.params],
  );
}
