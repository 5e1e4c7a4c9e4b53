import { defineEntity, p } from '@mikro-orm/core';
import type { OpenContent } from '../applications/content.rules.ts';

const FilingSchema = defineEntity({
  name: 'ApplicationFilingVersion',
  tableName: 'application_filing_version',
  properties: {
    id: p.uuid().primary(),
    applicationVersionId: p.uuid(),
    filingId: p.uuid(),
    filingNumber: p.string(),
    content: p.json().$type<OpenContent>(),
    /** PersonalContent */
    sealed: p.blob(),
  },
});
/** What a version of a change asks for one of its filings: the whole content as it would be. */
export class ApplicationFilingVersion extends FilingSchema.class {}
FilingSchema.setClass(ApplicationFilingVersion);

const ObserverSchema = defineEntity({
  name: 'ApplicationObserver',
  tableName: 'application_observer',
  properties: { applicationId: p.uuid().primary(), organCode: p.string().primary() },
});
/** An organ that reads an application and decides nothing: a filing leaves its county (G8). */
export class ApplicationObserver extends ObserverSchema.class {}
ObserverSchema.setClass(ApplicationObserver);
