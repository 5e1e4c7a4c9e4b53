import { defineEntity, p } from '@mikro-orm/core';
import type { TimelineEntry } from '@beian/contracts/applications.ts';
import type { ApplicationKind, ApplicationStatus, FilerKind, TimelineKind } from '@beian/contracts/vocabulary.ts';
import type { Policy } from '@beian/contracts/workflows.ts';
import type { OpenAppeal } from '../appeals/appeal-content.rules.ts';
import type { OpenContent } from './content.rules.ts';

const ApplicationSchema = defineEntity({
  name: 'Application',
  tableName: 'application',
  properties: {
    id: p.uuid().primary(),
    number: p.string(),
    /** The change that this is a part of. */
    parentId: p.uuid().nullable(),
    kind: p.string().$type<ApplicationKind>(),
    status: p.string().$type<ApplicationStatus>(),
    /** Null for what came on paper or without sign-in. */
    accountId: p.uuid().nullable(),
    /** The holder in whose place an agent submitted it, and by which delegation (I02). */
    onBehalfOf: p.uuid().nullable(),
    delegationId: p.uuid().nullable(),
    filerKind: p.string().$type<FilerKind>(),
    /** The unit of a registration. */
    unitId: p.uuid().nullable(),
    /** Of the unit and system that it is about; null for an appeal about another's filing or none. */
    uscc: p.string().nullable(),
    unitName: p.string().nullable(),
    systemName: p.string().nullable(),
    countyCode: p.string(),
    divisionName: p.string(),
    organCode: p.string(),
    organName: p.string(),
    version: p.integer(),
    submittedAt: p.datetime(),
    updatedAt: p.datetime(),
    reviewDueAt: p.datetime().nullable(),
    correctionDueAt: p.datetime().nullable(),
    /** What its workflow was started with; null for one from before it was kept. */
    policy: p.json().$type<Policy>().nullable().lazy(),
    /** Its workflow's first run, once seen. */
    workflowRun: p.string().nullable(),
  },
});
/** One run of a business; its id is the id of its workflow. */
export class ApplicationEntity extends ApplicationSchema.class {}
ApplicationSchema.setClass(ApplicationEntity);

const VersionSchema = defineEntity({
  name: 'ApplicationVersion',
  tableName: 'application_version',
  properties: {
    id: p.uuid().primary(),
    applicationId: p.uuid(),
    number: p.integer(),
    /** Unit, system and what the business adds; null for an appeal. */
    content: p.json().$type<OpenContent>().nullable(),
    appeal: p.json().$type<OpenAppeal>().nullable(),
    /** PersonalContent, or of an appeal SealedAppeal. */
    sealed: p.blob(),
    documentIds: p.json().$type<string[]>(),
    explanation: p.string().nullable(),
    createdAt: p.datetime(),
  },
});
/** What was submitted, once and never edited. From the second on its id is the resubmission's. */
export class ApplicationVersion extends VersionSchema.class {}
VersionSchema.setClass(ApplicationVersion);

const TimelineSchema = defineEntity({
  name: 'TimelineEntry',
  tableName: 'timeline_entry',
  properties: {
    id: p.uuid().primary(),
    applicationId: p.uuid(),
    at: p.datetime(),
    kind: p.string().$type<TimelineKind>(),
    by: p.string().$type<TimelineEntry['by']>(),
    organCode: p.string().nullable(),
    organName: p.string().nullable(),
    version: p.integer().nullable(),
    suspension: p.json().$type<TimelineEntry['suspension']>().nullable(),
  },
});
export class TimelineEntity extends TimelineSchema.class {}
TimelineSchema.setClass(TimelineEntity);

const WithdrawalSchema = defineEntity({
  name: 'Withdrawal',
  tableName: 'withdrawal',
  properties: {
    id: p.uuid().primary(),
    applicationId: p.uuid(),
    reason: p.string().nullable(),
    by: p.string().$type<'filer' | 'platform'>().default('filer'),
    at: p.datetime(),
    appliedAt: p.datetime().nullable(),
  },
});
/** The filer's wish to end an application, or that its filing has gone to another holder; applied by the workflow. */
export class WithdrawalEntity extends WithdrawalSchema.class {}
WithdrawalSchema.setClass(WithdrawalEntity);

const ExtensionSchema = defineEntity({
  name: 'CorrectionExtension',
  tableName: 'correction_extension',
  properties: {
    id: p.uuid().primary(),
    applicationId: p.uuid(),
    reason: p.string(),
    at: p.datetime(),
    appliedAt: p.datetime().nullable(),
    /** The deadline that it moved to. */
    dueAt: p.datetime().nullable(),
  },
});
/** The filer's wish for more time; applied by the workflow. */
export class ExtensionEntity extends ExtensionSchema.class {}
ExtensionSchema.setClass(ExtensionEntity);
