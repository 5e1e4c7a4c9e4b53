import { defineEntity, p } from '@mikro-orm/core';
import type { FilingStatus } from '@beian/contracts/vocabulary.ts';
import type { OpenContent } from '../applications/content.rules.ts';

const FilingSchema = defineEntity({
  name: 'Filing',
  tableName: 'filing',
  properties: {
    id: p.uuid().primary(),
    number: p.string(),
    applicationId: p.uuid(),
    uscc: p.string(),
    systemName: p.string(),
    countyCode: p.string(),
    organCode: p.string(),
    organName: p.string(),
    status: p.string().$type<FilingStatus>(),
    version: p.integer(),
    registeredAt: p.datetime(),
    cancelledAt: p.datetime().nullable(),
    /** The appeal that holds it (N13). */
    heldBy: p.uuid().nullable(),
    heldAt: p.datetime().nullable(),
  },
});
export class FilingEntity extends FilingSchema.class {}
FilingSchema.setClass(FilingEntity);

const VersionSchema = defineEntity({
  name: 'FilingVersion',
  tableName: 'filing_version',
  properties: {
    id: p.uuid().primary(),
    filingId: p.uuid(),
    number: p.integer(),
    content: p.json().$type<OpenContent>(),
    sealed: p.blob(),
    documentIds: p.json().$type<string[]>(),
    /** The organ that it was filed with then. */
    organCode: p.string(),
    organName: p.string(),
    effectiveFrom: p.datetime(),
  },
});
export class FilingVersion extends VersionSchema.class {}
VersionSchema.setClass(FilingVersion);

const HoldingSchema = defineEntity({
  name: 'Holding',
  tableName: 'holding',
  properties: {
    id: p.uuid().primary(),
    filingId: p.uuid(),
    accountId: p.uuid(),
    fromAt: p.datetime(),
    untilAt: p.datetime().nullable(),
  },
});
/** Who holds a filing, and since when; one open row per filing. */
export class Holding extends HoldingSchema.class {}
HoldingSchema.setClass(Holding);
