import type { ReviewSuspension } from '@beian/contracts/applications.ts';
import type { SqlEntityManager } from '@beian/service-kit/database.ts';
import { SuspensionEntity } from './suspension.entity.ts';

/** The suspensions of an application, the oldest first, as both sides read them. */
export async function suspensionsOf(em: SqlEntityManager, applicationId: string): Promise<ReviewSuspension[]> {
  const all = await em.find(SuspensionEntity, { applicationId }, { orderBy: { id: 'asc' } });
  return all.map((one) => ({
    id: one.id,
    stage: one.stage,
    round: one.round,
    organ: { code: one.organCode, name: one.organName },
    reasonCode: one.reasonCode,
    opinion: one.opinion,
    suspendedAt: one.suspendedAt.toISOString(),
    resumeOn: one.resumeOn,
    ...(one.resumedAt && one.resumedBy ? { resumed: { at: one.resumedAt.toISOString(), by: one.resumedBy } } : {}),
  }));
}

/** Which of some applications stand still now: their review is suspended, or that of a part of theirs. One query. */
export async function suspendedAmong(em: SqlEntityManager, applicationIds: string[]): Promise<Set<string>> {
  if (applicationIds.length === 0) return new Set();
  const given = applicationIds.map(() => '?').join(', ');
  const rows = await em.execute<{ id: string }[]>(
    `select distinct case when a.id in (${given}) then a.id else a.parent_id end as id
     from application a join review_task t on t.application_id = a.id
     where (a.id in (${given}) or a.parent_id in (${given})) and t.status in ('open', 'claimed') and t.suspended_at is not null`,
    [...applicationIds, ...applicationIds, ...applicationIds],
  );
  return new Set(rows.map(({ id }) => id));
}
