import { defineEntity, p } from '@mikro-orm/core';

const Schema = defineEntity({
  name: 'Absence',
  tableName: 'absence',
  properties: {
    id: p.uuid().primary(),
    organCode: p.string(),
    accountId: p.uuid(),
    staffNo: p.string(),
    coverAccountId: p.uuid(),
    coverStaffNo: p.string(),
    /** First and last day in Beijing. The database allows one absence of a person at a time. */
    fromDay: p.date(),
    untilDay: p.date(),
    /** Staff number. */
    setBy: p.string(),
    /** When somebody took it back. */
    endedAt: p.datetime().nullable(),
  },
});
/** Somebody of an organ's staff is away, and a colleague covers. */
export class AbsenceEntity extends Schema.class {}
Schema.setClass(AbsenceEntity);
