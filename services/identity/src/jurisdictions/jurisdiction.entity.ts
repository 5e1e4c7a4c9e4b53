import { defineEntity, p } from '@mikro-orm/core';

const JurisdictionSchema = defineEntity({
  name: 'Jurisdiction',
  tableName: 'jurisdiction',
  properties: {
    id: p.uuid().primary(),
    /** A county (6 digits) or a street (9). */
    divisionCode: p.string(),
    organCode: p.string(),
    /** Days in Beijing; the last one is excluded. */
    effectiveFrom: p.date(),
    effectiveTo: p.date().nullable(),
    note: p.string().nullable(),
  },
});
/** Which organ is responsible for a county or street, for a time. */
export class JurisdictionEntity extends JurisdictionSchema.class {}
JurisdictionSchema.setClass(JurisdictionEntity);
