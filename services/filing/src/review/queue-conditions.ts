import type { ReviewTaskFilter } from '@beian/contracts/review.ts';
import type { Staff } from '@beian/service-kit/actor.ts';
import { contains } from '../applications/list-applications.ts';
import { endOfBeijingDay, startOfBeijingDay } from '../calendar/beijing-time.rules.ts';
import type { Viewing } from './present-task.ts';
import { supervises } from './task-scope.ts';

/** A condition on `review_task t` and `application a`. */
export type Condition = { sql: string; params: unknown[] };

/** What `scopeOf` says, in SQL. */
export const inScope = (staff: Staff): Condition =>
  supervises(staff)
    ? { sql: '(t.organ_code = ? or t.escalated_to @> array[?])', params: [staff.organ.code, staff.organ.code] }
    : { sql: 't.organ_code = ?', params: [staff.organ.code] };

/** Tasks of other organs that the own one reads along: a filing leaves its county (G8). */
export const observedBy = ({ organ }: Staff): Condition => ({
  sql: `t.organ_code <> ?
    and exists (select 1 from application_observer o where o.application_id = a.id and o.organ_code = ?)`,
  params: [organ.code, organ.code],
});

/** In the hands of who looks: assigned to them, or to a colleague whom they cover for. */
export function inHands({ staff, covers }: Viewing): Condition {
  const accounts = [staff.accountId, ...covers];
  return { sql: `t.assignee_account_id in (${accounts.map(() => '?').join(', ')})`, params: accounts };
}

function assignedTo(assignee: string, viewing: Viewing): Condition[] {
  switch (assignee) {
    case 'anyone':
      return [];
    case 'nobody':
      return [{ sql: 't.assignee_account_id is null', params: [] }];
    case 'me':
      return [inHands(viewing)];
    default:
      return [{ sql: 't.assignee_staff_no = ?', params: [assignee] }];
  }
}

/** Overdue now, or when its clock stopped for a suspension. */
export const late = 't.due_at < coalesce(t.suspended_at, ?)';

/** A filter of the queue (I05) as conditions; without a status, tasks that await a decision. Whose tasks they are is for `inScope`. */
export function filterConditions(filter: ReviewTaskFilter, viewing: Viewing): Condition[] {
  const all: Condition[] = filter.assignee ? assignedTo(filter.assignee, viewing) : [];
  const add = (sql: string, ...params: unknown[]) => void all.push({ sql, params });
  if (filter.status) add('t.status = ?', filter.status);
  else add("t.status in ('open', 'claimed')");
  if (filter.stage) add('t.stage = ?', filter.stage);
  if (filter.kind) add('a.kind = ?', filter.kind);
  if (filter.county) add('a.county_code = ?', filter.county);
  if (filter.uscc) add('a.uscc = ?', filter.uscc);
  if (filter.receivedFrom) add('a.submitted_at >= ?', startOfBeijingDay(filter.receivedFrom));
  if (filter.receivedUntil) add('a.submitted_at <= ?', endOfBeijingDay(filter.receivedUntil));
  if (filter.dueUntil) add('t.due_at <= ?', endOfBeijingDay(filter.dueUntil));
  if (filter.overdue === 'true') add(`${late} and t.status in ('open', 'claimed')`, viewing.now);
  if (filter.overdue === 'false') add(`not (${late})`, viewing.now);
  if (filter.suspended) add(`t.suspended_at is ${filter.suspended === 'true' ? 'not null' : 'null'}`);
  if (filter.escalated) add(filter.escalated === 'true' ? 't.escalations > 0' : 't.escalations = 0');
  if (filter.q) {
    const like = contains(filter.q);
    add('(a.unit_name ilike ? or a.system_name ilike ? or a.uscc ilike ? or a.number ilike ?)', like, like, like, like);
  }
  return all;
}

/** Conditions joined, for `where` or `filter`. */
export const allOf = (conditions: readonly Condition[]): Condition => ({
  sql: conditions.map((condition) => condition.sql).join(' and '),
  params: conditions.flatMap((condition) => condition.params),
});
