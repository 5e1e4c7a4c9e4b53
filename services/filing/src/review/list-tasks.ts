import { z } from 'zod';
import { Id } from '@beian/contracts/common.ts';
import type { ReviewTask, ReviewTaskList, ReviewTaskQuery } from '@beian/contracts/review.ts';
import type { Actor } from '@beian/service-kit/actor.ts';
import type { SqlEntityManager } from '@beian/service-kit/database.ts';
import { decodeCursor, page } from '@beian/service-kit/pagination.ts';
import { coveredBy } from '../absences/cover.ts';
import { ApplicationEntity } from '../applications/application.entity.ts';
import type { Deps } from '../deps.ts';
import { presentTask, type Viewing } from './present-task.ts';
import { allOf, type Condition, filterConditions, inHands, inScope, late, observedBy } from './queue-conditions.ts';
import { ReviewTaskEntity } from './review.entity.ts';
import { requireReviewer } from './task-scope.ts';

type Counts = z.infer<typeof ReviewTaskList>['counts'];

const Position = z.tuple([z.iso.datetime(), Id]);

/** Column, direction and comparison of each order; the first has what is overdue on top. */
export const queueOrders = {
  due: { column: 't.due_at', direction: 'asc', after: '>' },
  received: { column: 'a.submitted_at', direction: 'desc', after: '<' },
  age: { column: 'a.submitted_at', direction: 'asc', after: '>' },
} as const;

/**
 * The queue (I05): the organ's tasks, for supervisors also those escalated to it; decided and cancelled ones only when asked for by status.
 * With `observed` those of other organs that it reads along (G8). Five statements.
 */
export async function listTasks(
  deps: Deps,
  by: Actor,
  query: ReviewTaskQuery,
): Promise<{ items: ReviewTask[]; next?: string; counts: Counts }> {
  const staff = requireReviewer(by);
  const em = deps.orm.em.fork();
  const now = deps.clock.now();
  const viewing = { staff, now, covers: await coveredBy(em, staff, now), observed: query.observed === 'true' };
  const { column, direction, after } = queueOrders[query.sort ?? 'due'];
  const position = decodeCursor(query.cursor, Position);
  const { sql, params } = allOf([
    viewing.observed ? observedBy(staff) : inScope(staff),
    ...filterConditions(query, viewing),
    ...(position ? [laterThan(`(${column}, t.id) ${after}`, position)] : []),
  ]);
  const rows = await em.execute<{ id: string; at: Date | string }[]>(
    `select t.id, ${column} as at from review_task t join application a on a.id = t.application_id
     where ${sql} order by ${column} ${direction}, t.id ${direction} limit ?`,
    [...params, query.limit + 1],
  );
  const { items, next } = page(rows, query.limit, (row) => [new Date(row.at).toISOString(), row.id]);
  const tasks = await taskLines(
    em,
    items.map((row) => row.id),
    viewing,
  );
  return { items: tasks, ...(next ? { next } : {}), counts: await countQueue(em, viewing) };
}

const laterThan = (comparison: string, position: z.infer<typeof Position>): Condition => ({
  sql: `${comparison} (?::timestamptz, ?::uuid)`,
  params: position,
});

/** Tasks by their ids, in that order, as lines of the queue. Two statements. */
export async function taskLines(em: SqlEntityManager, ids: string[], viewing: Viewing): Promise<ReviewTask[]> {
  const tasks = await em.find(ReviewTaskEntity, { id: { $in: ids } });
  const applications = await em.find(ApplicationEntity, { id: { $in: tasks.map((task) => task.applicationId) } });
  const taskOf = new Map(tasks.map((task) => [task.id, task]));
  const applicationOf = new Map(applications.map((application) => [application.id, application]));
  return ids.flatMap((id) => {
    const task = taskOf.get(id);
    const application = task && applicationOf.get(task.applicationId);
    return application ? [presentTask(task, application, viewing)] : [];
  });
}

async function countQueue(em: SqlEntityManager, viewing: Viewing): Promise<Counts> {
  const mine = inHands(viewing);
  const scope = inScope(viewing.staff);
  const [row] = await em.execute<Record<keyof Counts, string>[]>(
    `select count(*) filter (where t.status = 'open') as open,
            count(*) filter (where ${mine.sql} and t.status = 'claimed') as mine,
            count(*) filter (where t.status = 'claimed') as claimed,
            count(*) filter (where ${late}) as overdue,
            count(*) filter (where t.suspended_at is not null) as suspended,
            count(*) filter (where t.escalations > 0) as escalated
     from review_task t where ${scope.sql} and t.status in ('open', 'claimed')`,
    [...mine.params, viewing.now, ...scope.params],
  );
  const of = (key: keyof Counts) => Number(row?.[key] ?? 0);
  return {
    open: of('open'),
    mine: of('mine'),
    claimed: of('claimed'),
    overdue: of('overdue'),
    escalated: of('escalated'),
    suspended: of('suspended'),
  };
}
