import type { ReviewView } from '@beian/contracts/review-views.ts';
import type { Actor } from '@beian/service-kit/actor.ts';
import type { SqlEntityManager } from '@beian/service-kit/database.ts';
import { coveredBy } from '../absences/cover.ts';
import type { Deps } from '../deps.ts';
import type { Viewing } from '../review/present-task.ts';
import { allOf, filterConditions, inScope } from '../review/queue-conditions.ts';
import { requireReviewer } from '../review/task-scope.ts';
import { ReviewViewEntity } from './review-view.entity.ts';

/** The caller's views and those that the organ shares, the own first, each with its count. Three statements. */
export async function listViews(deps: Deps, by: Actor): Promise<ReviewView[]> {
  const staff = requireReviewer(by);
  const em = deps.orm.em.fork();
  const now = deps.clock.now();
  const seen = { $or: [{ accountId: staff.accountId }, { organCode: staff.organ.code, shared: true }] };
  const views = await em.find(ReviewViewEntity, seen, { orderBy: { name: 'asc' }, limit: 200 });
  const counts = await countsOf(em, views, { staff, now, covers: await coveredBy(em, staff, now) });
  const shown = views.map((view, i) => presentView(view, staff.accountId, counts[i] ?? 0));
  return [...shown.filter((view) => view.mine), ...shown.filter((view) => !view.mine)];
}

export const presentView = (view: ReviewViewEntity, accountId: string, count: number): ReviewView => ({
  id: view.id,
  name: view.name,
  query: view.query,
  shared: view.shared,
  keptBy: view.staffNo,
  mine: view.accountId === accountId,
  count,
});

/** How many tasks each view shows. */
export async function countsOf(em: SqlEntityManager, views: ReviewViewEntity[], viewing: Viewing): Promise<number[]> {
  if (views.length === 0) return [];
  const filters = views.map((view) => allOf(filterConditions(view.query, viewing)));
  const scope = inScope(viewing.staff);
  const [row] = await em.execute<Record<string, string>[]>(
    `select ${filters.map(({ sql }, i) => `count(*) filter (where ${sql}) as n${i}`).join(', ')}
     from review_task t join application a on a.id = t.application_id where ${scope.sql}`,
    [...filters.flatMap(({ params }) => params), ...scope.params],
  );
  return views.map((_, i) => Number(row?.[`n${i}`] ?? 0));
}
