import type { BoardSection, ReviewBoard, ReviewerLoad } from '@beian/contracts/board.ts';
import type { Colleague } from '@beian/contracts/staff.ts';
import type { Actor } from '@beian/service-kit/actor.ts';
import type { SqlEntityManager } from '@beian/service-kit/database.ts';
import { problem } from '@beian/service-kit/problem.ts';
import { absencesNow, coveredBy } from '../absences/cover.ts';
import { beijingDay, endOfBeijingDay } from '../calendar/beijing-time.rules.ts';
import { readCalendar } from '../calendar/read-calendar.ts';
import { shiftWorkingDays } from '../calendar/spans.rules.ts';
import type { Deps } from '../deps.ts';
import { taskLines } from '../review/list-tasks.ts';
import { allOf, type Condition, late as isLate } from '../review/queue-conditions.ts';
import { decides, leads, requireReviewer, supervises } from '../review/task-scope.ts';

const listed = 50;
const open: Condition = { sql: `t.status in ('open', 'claimed')`, params: [] };

/** 督办台 (I06, I13): what is late, soon due, escalated or left by who is absent, and who has how much. Eleven statements, one question to identity. */
export async function readBoard(deps: Deps, { actor, token }: { actor: Actor; token: string }): Promise<ReviewBoard> {
  const staff = requireReviewer(actor);
  if (!leads(staff)) throw problem('auth.forbidden');
  const em = deps.orm.em.fork();
  const now = deps.clock.now();
  const soon = endOfBeijingDay(shiftWorkingDays(beijingDay(now), 1, await readCalendar(em)));
  const own: Condition = { sql: 't.organ_code = ?', params: [staff.organ.code] };
  const late: Condition = { sql: isLate, params: [now] };
  // The clock of a suspended review stands still: nothing comes due by it.
  const dueSoon: Condition = { sql: 't.suspended_at is null and t.due_at between ? and ?', params: [now, soon] };

  const absences = await absencesNow(em, staff, now);
  const colleagues = await deps.identity.colleagues(token);
  const loads = await loadsOf(em, { own, late, dueSoon });
  const covers = new Map(absences.map(({ accountId, coverStaffNo }) => [accountId, coverStaffNo]));
  const reviewers = withState(loads, { covers, colleagues });
  const away = reviewers.filter(({ state }) => state !== 'here').map(({ accountId }) => accountId);
  const left: Condition = { sql: 't.assignee_account_id = any(?::uuid[])', params: [`{${away.join(',')}}`] };
  const escalated: Condition = {
    sql: 't.organ_code <> ? and t.escalated_to @> array[?]',
    params: [staff.organ.code, staff.organ.code],
  };
  const none = { total: 0, ids: [] };
  const found = {
    overdue: await tasksOf(em, [own, open, late]),
    dueSoon: await tasksOf(em, [own, open, dueSoon]),
    escalated: supervises(staff) ? await tasksOf(em, [escalated, open]) : none,
    absent: await tasksOf(em, [own, open, left]),
  };
  const ids = [...new Set(Object.values(found).flatMap((section) => section.ids))];
  const viewing = { staff, now, covers: await coveredBy(em, staff, now) };
  const lines = new Map((await taskLines(em, ids, viewing)).map((task) => [task.id, task]));
  const shown = ({ total, ids: wanted }: Found): BoardSection => ({
    total,
    items: wanted.flatMap((id) => lines.get(id) ?? []),
  });
  const [all] = await em.execute<{ open: number; unclaimed: number }[]>(
    `select count(*)::int as open, count(*) filter (where t.status = 'open')::int as unclaimed
     from review_task t where ${own.sql} and ${open.sql}`,
    own.params,
  );
  return {
    open: all?.open ?? 0,
    unclaimed: all?.unclaimed ?? 0,
    overdue: shown(found.overdue),
    dueSoon: shown(found.dueSoon),
    escalated: shown(found.escalated),
    absent: shown(found.absent),
    reviewers,
  };
}

type Found = { total: number; ids: string[] };

/** The first of the tasks that all conditions hold for, what is due first on top, and how many there are. */
async function tasksOf(em: SqlEntityManager, conditions: readonly Condition[]): Promise<Found> {
  const { sql, params } = allOf(conditions);
  const rows = await em.execute<{ id: string; total: number }[]>(
    `select t.id, count(*) over ()::int as total from review_task t where ${sql} order by t.due_at, t.id limit ?`,
    [...params, listed],
  );
  return { total: rows[0]?.total ?? 0, ids: rows.map((row) => row.id) };
}

type Load = Omit<ReviewerLoad, 'state' | 'cover'>;

const loadsOf = (
  em: SqlEntityManager,
  { own, late, dueSoon }: { own: Condition; late: Condition; dueSoon: Condition },
): Promise<Load[]> =>
  em.execute<Load[]>(
    `select t.assignee_account_id as "accountId", min(t.assignee_staff_no) as "staffNo", count(*)::int as open,
       count(*) filter (where ${late.sql})::int as overdue, count(*) filter (where ${dueSoon.sql})::int as "dueSoon"
     from review_task t where ${own.sql} and t.status = 'claimed' group by t.assignee_account_id`,
    [...late.params, ...dueSoon.params, ...own.params],
  );

/** With those who have nothing: they are whom tasks can be given to. */
function withState(
  loads: readonly Load[],
  { covers, colleagues }: { covers: ReadonlyMap<string, string>; colleagues: readonly Colleague[] },
): ReviewerLoad[] {
  const deciders = colleagues.filter((one) => decides(one, 'first'));
  const idle = deciders
    .filter(({ accountId }) => !loads.some((load) => load.accountId === accountId))
    .map(({ accountId, staffNo }): Load => ({ accountId, staffNo, open: 0, overdue: 0, dueSoon: 0 }));
  return [...loads, ...idle]
    .map((load): ReviewerLoad => {
      const cover = covers.get(load.accountId);
      if (!deciders.some(({ accountId }) => accountId === load.accountId)) return { ...load, state: 'gone' };
      return cover === undefined ? { ...load, state: 'here' } : { ...load, state: 'absent', cover };
    })
    .toSorted((a, b) => b.open - a.open || a.staffNo.localeCompare(b.staffNo));
}
