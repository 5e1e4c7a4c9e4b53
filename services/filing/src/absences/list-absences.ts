import type { Absence } from '@beian/contracts/absences.ts';
import type { Actor, Staff } from '@beian/service-kit/actor.ts';
import { beijingDay } from '../calendar/beijing-time.rules.ts';
import type { Deps } from '../deps.ts';
import { leads, requireReviewer } from '../review/task-scope.ts';
import { AbsenceEntity } from './absence.entity.ts';

/** Who of the organ is or will be absent, and who covers: by the first day. */
export async function listAbsences(deps: Deps, by: Actor): Promise<Absence[]> {
  const staff = requireReviewer(by);
  const now = deps.clock.now();
  const where = { organCode: staff.organ.code, endedAt: null, untilDay: { $gte: beijingDay(now) } };
  const absences = await deps.orm.em.fork().find(AbsenceEntity, where, { orderBy: { fromDay: 'asc', id: 'asc' } });
  return absences.map((absence) => presentAbsence(absence, staff, now));
}

export function presentAbsence(absence: AbsenceEntity, staff: Staff, now: Date): Absence {
  const { id, accountId, staffNo, coverAccountId, coverStaffNo, fromDay: from, untilDay: until, setBy } = absence;
  const today = beijingDay(now);
  return {
    id,
    absent: { accountId, staffNo },
    cover: { accountId: coverAccountId, staffNo: coverStaffNo },
    from,
    until,
    setBy,
    current: from <= today && today <= until,
    endable: mayEnd(absence, staff),
  };
}

/** An absence is ended by who is absent, or by who leads. */
export const mayEnd = ({ accountId }: AbsenceEntity, staff: Staff): boolean =>
  accountId === staff.accountId || leads(staff);
