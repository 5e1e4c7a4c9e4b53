import type { Staff } from '@beian/service-kit/actor.ts';
import type { SqlEntityManager } from '@beian/service-kit/database.ts';
import { beijingDay } from '../calendar/beijing-time.rules.ts';
import { AbsenceEntity } from './absence.entity.ts';

/** An absence that holds at a moment. */
const holding = (now: Date) => {
  const today = beijingDay(now);
  return { endedAt: null, fromDay: { $lte: today }, untilDay: { $gte: today } };
};

/** The accounts that someone covers for at a moment. */
export async function coveredBy(em: SqlEntityManager, { accountId }: Staff, now: Date): Promise<ReadonlySet<string>> {
  const absences = await em.find(AbsenceEntity, { coverAccountId: accountId, ...holding(now) });
  return new Set(absences.map((absence) => absence.accountId));
}

/** The absences of an organ that hold at a moment. */
export const absencesNow = (em: SqlEntityManager, { organ }: Staff, now: Date): Promise<AbsenceEntity[]> =>
  em.find(AbsenceEntity, { organCode: organ.code, ...holding(now) });

/** The account of who covers for somebody at a moment; undefined for who is there. */
export async function coverOf(em: SqlEntityManager, accountId: string, now: Date): Promise<string | undefined> {
  const absence = await em.findOne(AbsenceEntity, { accountId, ...holding(now) });
  return absence?.coverAccountId;
}

/**
 * Whether a task is in someone's hands at a moment: assigned to them, or to a colleague whom they cover for. `actedFor` is that
 * colleague's staff number: the audit chain keeps both.
 */
export async function inHandsOf(
  em: SqlEntityManager,
  staff: Staff,
  { assigneeAccountId, assigneeStaffNo }: { assigneeAccountId?: string | null; assigneeStaffNo?: string | null },
  now: Date,
): Promise<{ held: boolean; actedFor?: string }> {
  if (!assigneeAccountId) return { held: false };
  if (assigneeAccountId === staff.accountId) return { held: true };
  const covers = (await coveredBy(em, staff, now)).has(assigneeAccountId);
  return covers ? { held: true, actedFor: assigneeStaffNo ?? '' } : { held: false };
}
