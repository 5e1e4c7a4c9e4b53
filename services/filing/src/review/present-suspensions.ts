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
