import { defineEntity, p } from '@mikro-orm/core';

const DivisionSchema = defineEntity({
  name: 'Division',
  tableName: 'division',
  properties: {
    code: p.string().primary(),
    name: p.string(),
    parentCode: p.string().nullable(),
    /** A development zone, which is no division of GB/T 2260. */
    zone: p.boolean().default(false),
  },
});
/** An administrative division: province, city, county, street. */
export class DivisionEntity extends DivisionSchema.class {}
DivisionSchema.setClass(DivisionEntity);
