import type { SqlEntityManager } from '@beian/service-kit/database.ts';
import type { ApplicationEntity } from '../applications/application.entity.ts';
import { predictedEnd } from '../calendar/prediction.rules.ts';
import { readCalendar } from '../calendar/read-calendar.ts';
import { ReviewTaskEntity } from './review.entity.ts';
import { SuspensionEntity } from './suspension.entity.ts';

const lastCases = 20;

/** When the organ is expected to decide the open review of an application, by its own last reviews of the same business and stage (N5). Reviews that were suspended tell nothing, and nothing can be told of one. */
export async function predictedDecision(
  em: SqlEntityManager,
  { id: applicationId, kind }: ApplicationEntity,
  now: Date,
): Promise<Date | undefined> {
  const task = await em.findOne(ReviewTaskEntity, { applicationId, status: { $in: ['open', 'claimed'] } });
  if (!task || (await em.count(SuspensionEntity, { reviewTaskId: task.id })) > 0) return undefined;
  const rows = await em.execute<{ opened_at: string | Date; closed_at: string | Date }[]>(
    `select t.opened_at, t.closed_at from review_task t join application a on a.id = t.application_id
     where t.organ_code = ? and t.status = 'decided' and t.stage = ? and a.kind = ?
       and not exists (select 1 from review_suspension s where s.review_task_id = t.id)
     order by t.closed_at desc limit ?`,
    [task.organCode, task.stage, kind, lastCases],
  );
  const past = rows.map((row) => ({ openedAt: new Date(row.opened_at), closedAt: new Date(row.closed_at) }));
  return predictedEnd(task.openedAt, past, now, await readCalendar(em));
}
