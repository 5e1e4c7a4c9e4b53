import { defineEntity, p } from '@mikro-orm/core';
import type { OrganKind, OrganLevel } from '@beian/contracts/vocabulary.ts';

const OrganSchema = defineEntity({
  name: 'Organ',
  tableName: 'organ',
  properties: {
    code: p.string().primary(),
    name: p.string(),
    level: p.string().$type<OrganLevel>(),
    kind: p.string().$type<OrganKind>(),
    divisionCode: p.string(),
    superiorCode: p.string().nullable(),
    /** From this day it receives nothing new; its successor does. What it has, it finishes. */
    closedOn: p.date().nullable(),
    successorCode: p.string().nullable(),
    /** When an operator last changed it: from then on the seed leaves it alone. */
    changedAt: p.datetime().nullable(),
  },
});
/** A public security organ. */
export class OrganEntity extends OrganSchema.class {}
OrganSchema.setClass(OrganEntity);
