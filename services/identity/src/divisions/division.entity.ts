import { defineEntity, p } from '@mikro-orm/core';
import type { OrganLevel } from '@beian/contracts/vocabulary.ts';

const DivisionSchema = defineEntity({
  name: 'Division',
  tableName: 'division',
  properties: { code: p.string().primary(), name: p.string(), parentCode: p.string().nullable() },
});
/** An administrative division: province, city, county, street. */
export class DivisionEntity extends DivisionSchema.class {}
DivisionSchema.setClass(DivisionEntity);

const OrganSchema = defineEntity({
  name: 'Organ',
  tableName: 'organ',
  properties: {
    code: p.string().primary(),
    name: p.string(),
    level: p.string().$type<OrganLevel>(),
    divisionCode: p.string(),
    superiorCode: p.string().nullable(),
  },
});
/** A public security organ. */
export class OrganEntity extends OrganSchema.class {}
OrganSchema.setClass(OrganEntity);
