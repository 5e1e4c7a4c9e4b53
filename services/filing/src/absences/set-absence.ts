import type { Absence, SetAbsence } from '@beian/contracts/absences.ts';
import type { Colleague } from '@beian/contracts/staff.ts';
import type { Actor } from '@beian/service-kit/actor.ts';
import { newId } from '@beian/service-kit/ids.ts';
import { mutate } from '@beian/service-kit/mutate.ts';
import { fieldProblem, problem } from '@beian/service-kit/problem.ts';
import { beijingDay } from '../calendar/beijing-time.rules.ts';
import type { Deps } from '../deps.ts';
import { decides, leads, requireReviewer } from '../review/task-scope.ts';
import { AbsenceEntity } from './absence.entity.ts';
import { mayEnd, presentAbsence } from './list-absences.ts';

/**
 * 代班 (I04, I06): from a first day to a last one a colleague covers for somebody, the caller or, by who leads, anyone of the organ. Both
 * must decide reviews. A second absence in that time is `absence.overlaps`.
 */
export async function setAbsence(
  deps: Deps,
  by: { actor: Actor; token: string },
  { accountId, coverAccountId, from, until }: SetAbsence,
): Promise<Absence> {
  const staff = requireReviewer(by.actor);
  const absentId = accountId ?? staff.accountId;
  if (absentId !== staff.accountId && !leads(staff)) throw problem('auth.forbidden');
  if (coverAccountId === absentId) throw fieldProblem(['coverAccountId'], 'absence.cover-self');
  if (until < beijingDay(deps.clock.now())) throw fieldProblem(['until'], 'absence.past');
  const colleagues = await deps.identity.colleagues(by.token);
  const absent = absentId === staff.accountId ? staff : deciderAmong(colleagues, absentId, 'accountId');
  const cover = deciderAmong(colleagues, coverAccountId, 'coverAccountId');

  return mutate(deps, staff, { action: 'absence.set' }, async (change) => {
    // Whoever sets one in the organ at this moment waits here: two that wait for each other at the constraint would end each other, and
    // two who cover for each other would both be away.
    await change.em.execute('select pg_advisory_xact_lock(hashtext(?))', [`absences of ${staff.organ.code}`]);
    const away = { accountId: cover.accountId, endedAt: null, fromDay: { $lte: until }, untilDay: { $gte: from } };
    if ((await change.em.count(AbsenceEntity, away)) > 0)
      throw fieldProblem(['coverAccountId'], 'absence.cover-absent');
    const absence = change.create(AbsenceEntity, {
      id: newId(),
      organCode: staff.organ.code,
      accountId: absent.accountId,
      staffNo: absent.staffNo,
      coverAccountId: cover.accountId,
      coverStaffNo: cover.staffNo,
      fromDay: from,
      untilDay: until,
      setBy: staff.staffNo,
    });
    change.record({ subject: absent.accountId, data: { absenceId: absence.id, cover: cover.staffNo, from, until } });
    return presentAbsence(absence, staff, change.now);
  });
}

/** The absence is over, or will not be: by who is absent, or by who leads. */
export async function endAbsence(deps: Deps, by: Actor, id: string): Promise<void> {
  const staff = requireReviewer(by);
  await mutate(deps, staff, { action: 'absence.end' }, async (change) => {
    const absence = await change.lock(AbsenceEntity, { id, organCode: staff.organ.code, endedAt: null });
    if (!mayEnd(absence, staff)) throw problem('auth.forbidden');
    absence.endedAt = change.now;
    change.record({ subject: absence.accountId, data: { absenceId: id } });
  });
}

function deciderAmong(colleagues: Colleague[], accountId: string, field: string): Colleague {
  const found = colleagues.find((one) => one.accountId === accountId);
  if (!found || !decides(found, 'first')) throw fieldProblem([field], 'value.not-allowed');
  return found;
}
