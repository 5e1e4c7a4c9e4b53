import type { OperatedApplication } from '@beian/contracts/operations.ts';
import { requireStaff, type Actor } from '@beian/service-kit/actor.ts';
import type { SqlEntityManager } from '@beian/service-kit/database.ts';
import { ApplicationEntity } from '../applications/application.entity.ts';
import { filingNumbersOf } from '../applications/present-application.ts';
import type { Deps } from '../deps.ts';
import { ReviewTaskEntity } from '../review/review.entity.ts';
import { workflowRun } from './workflow-runs.ts';

/** Of one number: a filing has more applications only after many years. */
const listed = 100;

/**
 * Applications by acceptance number, filing number or workflow id, for operators (I43): how each stands, its workflow, its messages that are
 * not sent. Of a change always the whole with its parts. The newest first. Six statements, one question to Temporal for each.
 */
export async function findApplication(deps: Deps, by: Actor, number: string): Promise<OperatedApplication[]> {
  requireStaff(by, 'operator');
  const em = deps.orm.em.fork();
  const ids = await familyOf(em, number);
  const applications = await em.find(ApplicationEntity, { id: { $in: ids } });
  const numbers = await filingNumbersOf(em, ids);
  const reviews = await em.find(ReviewTaskEntity, {
    applicationId: { $in: ids },
    status: { $in: ['open', 'claimed'] },
  });
  const unsent = await unsentOf(em, ids);
  const runs = new Map(await Promise.all(ids.map(async (id) => [id, await workflowRun(deps, id)] as const)));
  const applicationOf = new Map(applications.map((one) => [one.id, one]));
  return ids.flatMap((id): OperatedApplication[] => {
    const [one, workflow] = [applicationOf.get(id), runs.get(id)];
    if (!one || !workflow) return [];
    const review = reviews.find(({ applicationId }) => applicationId === id);
    const parent = one.parentId ? applicationOf.get(one.parentId) : undefined;
    return [
      {
        id,
        number: one.number,
        ...(parent ? { parentNumber: parent.number } : {}),
        kind: one.kind,
        status: one.status,
        organ: { code: one.organCode, name: one.organName },
        submittedAt: one.submittedAt.toISOString(),
        updatedAt: one.updatedAt.toISOString(),
        filingNumbers: numbers.get(id) ?? [],
        ...(review ? { review: reviewOf(review) } : {}),
        workflow,
        unsent: unsent.filter(({ aggregate }) => aggregate === id).map(messageOf),
      },
    ];
  });
}

const reviewOf = ({ stage, round, status, dueAt, resumeOn }: ReviewTaskEntity) => ({
  stage,
  round,
  status,
  dueAt: dueAt.toISOString(),
  ...(resumeOn ? { resumeOn } : {}),
});

/** Ids of what a number means, with the whole of every change and all its parts. */
async function familyOf(em: SqlEntityManager, number: string): Promise<string[]> {
  const rows = await em.execute<{ id: string }[]>(
    `with found as (
       select a.id, a.parent_id from application a
       where a.number = ? or a.id::text = lower(?)
         or a.id in (select application_id from application_filing where filing_number = ?)
         or a.id in (select application_id from filing where number = ?)
     ), whole as (select coalesce(parent_id, id) as id from found)
     select a.id from application a
     where a.id in (select id from whole) or a.parent_id in (select id from whole)
     order by a.submitted_at desc, a.number limit ?`,
    [number, number, number, number, listed],
  );
  return rows.map((row) => row.id);
}

type Unsent = {
  id: string;
  aggregate: string;
  lane: 'event' | 'workflow';
  created_at: Date | string;
  attempts: number;
  parked_at: Date | string | null;
  last_error: string | null;
};

const unsentOf = (em: SqlEntityManager, ids: string[]): Promise<Unsent[]> =>
  em.execute<Unsent[]>(
    `select id, aggregate, lane, created_at, attempts, parked_at, last_error from outbox
     where aggregate = any(?::text[]) order by seq`,
    [`{${ids.join(',')}}`],
  );

const messageOf = (row: Unsent): OperatedApplication['unsent'][number] => ({
  id: row.id,
  lane: row.lane,
  createdAt: new Date(row.created_at).toISOString(),
  attempts: row.attempts,
  ...(row.parked_at ? { parkedAt: new Date(row.parked_at).toISOString() } : {}),
  ...(row.last_error ? { error: row.last_error } : {}),
});
