import { defineEntity, p } from '@mikro-orm/core';

const Schema = defineEntity({
  name: 'CalendarDay',
  tableName: 'calendar_day',
  properties: {
    /** YYYY-MM-DD in Beijing. */
    day: p.date().primary(),
    working: p.boolean(),
    name: p.string(),
    /** Staff number. */
    changedBy: p.string(),
    changedAt: p.datetime(),
  },
});
/** A day that an operator has set. */
export class CalendarDayEntity extends Schema.class {}
Schema.setClass(CalendarDayEntity);
