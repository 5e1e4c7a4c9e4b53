import { defineEntity, p } from '@mikro-orm/core';
import type { UnitAttachment } from '@beian/contracts/units.ts';
import type { UnitType } from '@beian/contracts/vocabulary.ts';

const UnitSchema = defineEntity({
  name: 'Unit',
  tableName: 'unit',
  properties: {
    id: p.uuid().primary(),
    accountId: p.uuid(),
    uscc: p.string(),
    type: p.string().$type<UnitType>(),
    name: p.string(),
    /** The name of the unit's head. */
    sealed: p.blob(),
    attachments: p.json().$type<UnitAttachment[]>(),
    createdAt: p.datetime(),
  },
});
/** A unit as one account files for it. */
export class UnitEntity extends UnitSchema.class {}
UnitSchema.setClass(UnitEntity);
