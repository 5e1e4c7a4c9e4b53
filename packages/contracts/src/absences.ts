import { z } from 'zod';
import { CalendarDate, Id, listOf } from './common.ts';

/** POST /api/review/absences: from the first day to the last, both included. For oneself, or by who leads the organ's reviewers for a colleague. */
export const SetAbsence = z
  .strictObject({
    /** Who is absent; the caller when it is left out. */
    accountId: Id.optional().meta({ description: '缺勤人员' }),
    coverAccountId: Id.meta({ description: '代班人员' }),
    from: CalendarDate.meta({ description: '开始日期' }),
    until: CalendarDate.meta({ description: '结束日期' }),
  })
  .superRefine(({ from, until }, ctx) => {
    if (until < from) ctx.addIssue({ code: 'custom', path: ['until'], message: 'absence.order' });
  })
  .meta({ id: 'SetAbsence', description: '设置代班' });
export type SetAbsence = z.infer<typeof SetAbsence>;

const Person = z.object({ accountId: Id, staffNo: z.string() });

/** An absence that is not over: the cover may claim and decide what is assigned to who is absent (代班). */
export const Absence = z
  .object({
    id: Id,
    absent: Person,
    cover: Person,
    from: CalendarDate,
    until: CalendarDate,
    /** Staff number of who set it. */
    setBy: z.string(),
    /** Whether it holds today. */
    current: z.boolean(),
    /** Whether the caller may end it. */
    endable: z.boolean(),
  })
  .meta({ id: 'Absence', description: '代班' });
export type Absence = z.infer<typeof Absence>;
export const AbsenceList = listOf(Absence).meta({ id: 'AbsenceList' });
