import type { ReviewTask, ReviewTaskQuery } from '@beian/contracts/review.ts';
import type { Actor, Staff } from '@beian/service-kit/actor.ts';
import type { SqlEntityManager } from '@beian/service-kit/database.ts';
import { decodeCursor, page } from '@beian/service-kit/pagination.ts';
import { ApplicationEntity } from '../applications/application.entity.ts';
import { contains } from '../applications/list-applications.ts';
import type { Deps } from '../deps.ts';
import { presentTask } from './present-task.ts';
import { ReviewTaskEntity } from './review.entity.ts';
import { requireReviewer, supervises } from './task-scope.ts';

type Counts = { open: number; mine: number; claimed: number; overdue: number };
type Condition = { sql: string; params: unknown[] };

/** The organ's queue (I05): what is due first comes first; decided and cancelled tasks only when asked for by status. Four statements. */
export async function listTasks(
  deps: Deps,
  by: Actor,
  query: ReviewTaskQuery,
): Promise<{ items: ReviewTask[]; next?: string; counts: Counts }> {
  const staff = requireReviewer(by);
  const em = deps.orm.em.fork();
  const now = deps.clock.now();
  const conditions = conditionsOf(query, staff, now);
  const rows = await em.execute<{ id: string }[]>(
    `select t.id from review_task t join application a on a.id = t.application_id
     where ${conditions.map((condition) => condition.sql).join(' and ')}
     order by t.due_at, t.id limit ?`,
    [...conditions.flatMap((condition) => condition.params), query.limit + 1],
  );
  const orderBy = { dueAt: 'asc', id: 'asc' } as const;
  const tasks = await em.find(ReviewTaskEntity, { id: { $in: rows.map((row) => row.id) } }, { orderBy });
  const { items, next } = page(tasks, query.limit, (task) => [task.dueAt.toISOString(), task.id]);
  const applications = await em.find(ApplicationEntity, { id: { $in: items.map((task) => task.applicationId) } });
  const byId = new Map(applications.map((application) => [application.id, application]));
  const shown = items.flatMap((task) => {
    const application = byId.get(task.applicationId);
    return application ? [presentTask(task, application, { staff, now })] : [];
  });
  return { items: shown, ...(next ? { next } : {}), counts: await countQueue(em, staff, now) };
}

/** What `scopeOf` says, in SQL. */
const inScope = (staff: Staff): Condition =>
  supervises(staff)
    ? { sql: '(t.organ_code = ? or t.escalated_to @> array[?])', params: [staff.organ.code, staff.organ.code] }
    : { sql: 't.organ_code = ?', params: [staff.organ.code] };

function conditionsOf(query: ReviewTaskQuery, staff: Staff, now: Date): Condition[] {
  const all: Condition[] = [inScope(staff)];
  const add = (sql: string, ...params: unknown[]) => void all.push({ sql, params });
  if (query.status) add('t.status = ?', query.status);
  else add("t.status in ('open', 'claimed')");
  if (query.assignee === 'me') add('t.assignee_account_id = ?', staff.accountId);
  if (query.assignee === 'nobody') add('t.assignee_account_id is null');
  if (query.overdue === 'true') add("t.due_at < ? and t.status in ('open', 'claimed')", now);
  if (query.overdue === 'false') add('t.due_at >= ?', now);
  if (query.kind) add('a.kind = ?', query.kind);
  if (query.county) add('a.county_code = ?', query.county);
  if (query.q) {
    const like = contains(query.q);
    add('(a.unit_name ilike ? or a.system_name ilike ? or a.uscc ilike ? or a.number ilike ?)', like, like, like, like);
  }
  const position = decodeCursor(query.cursor, 2);
  if (position) add('(t.due_at, t.id) > (?::timestamptz, ?::uuid)', String(position[0]), String(position[1]));
  return all;
}

async function countQueue(em: SqlEntityManager, staff: Staff, now: Date): Promise<Counts> {
  const scope = inScope(staff);
  const [row] = await em.execute<Record<keyof Counts, string>[]>(
    `select count(*) filter (where status = 'open') as open,
            count(*) filter (where assignee_account_id = ? and status = 'claimed') as mine,
            count(*) filter (where status = 'claimed') as claimed,
            count(*) filter (where due_at < ?) as overdue
     from review_task t where ${scope.sql} and status in ('open', 'claimed')`,
    [staff.accountId, now, ...scope.params],
  );
  const of = (key: keyof Counts) => Number(row?.[key] ?? 0);
  return { open: of('open'), mine: of('mine'), claimed: of('claimed'), overdue: of('overdue') };
}
