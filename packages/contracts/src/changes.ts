import { z } from 'zod';
import { FilingNumber, Id, line, OrganRef, Timestamp } from './common.ts';
import { DeviceDiff } from './device-tables.ts';
import { FieldDiff } from './field-diff.ts';
import { PrecheckFinding } from './precheck.ts';
import { SystemInput } from './systems.ts';
import { UnitInput } from './units.ts';
import { applicationStatuses } from './vocabulary.ts';

/** Filings of one change (G2). */
export const maxChangedFilings = 200;
/** Device tables that one change may bring: each is read row by row before anything is stored. */
export const maxChangedTables = 20;
const maxProofs = 10;

const { name, headName } = UnitInput.shape;
/** What may be changed of a unit (M083): neither its credit code nor its type. */
export const ChangedUnit = z
  .strictObject({ name, headName })
  .partial()
  .meta({ id: 'ChangedUnit', description: '变更单位信息' });
export type ChangedUnit = z.infer<typeof ChangedUnit>;

const { firstUseOn: _, ...changeable } = SystemInput.shape;
/** What may be changed of a system (M083), each field or none; `streetCode: null` gives the street up, empty remarks remove them. */
export const ChangedSystem = z
  .strictObject({ ...changeable, streetCode: changeable.streetCode.nullable() })
  .partial()
  .meta({ id: 'ChangedSystem', description: '变更系统信息' });
export type ChangedSystem = z.infer<typeof ChangedSystem>;

/** What is different for one of the filings; it goes before what holds for all. */
export const FilingChangeInput = z
  .strictObject({ filingNumber: FilingNumber, system: ChangedSystem })
  .meta({ id: 'FilingChangeInput', description: '单项备案的变更' });
export type FilingChangeInput = z.infer<typeof FilingChangeInput>;
const PerFiling = z
  .array(FilingChangeInput)
  .max(maxChangedFilings)
  .refine((all) => new Set(all.map((one) => one.filingNumber)).size === all.length, { error: 'filing.twice' });

/** The papers of a change (M084, M085, M098): the authorisation is the filer's unless it is a legal person (L5). */
export const ChangePapers = z
  .strictObject({
    explanation: line(500).meta({ description: '变更说明' }),
    authorisationId: Id.optional().meta({ description: '委托办理备案变更授权书' }),
    proofIds: z
      .array(Id)
      .max(maxProofs)
      .refine((all) => new Set(all).size === all.length, { error: 'attachment.twice' })
      .default([])
      .meta({ description: '相关证明材料' }),
  })
  .meta({ id: 'ChangePapers', description: '变更说明和材料' });
export type ChangePapers = z.infer<typeof ChangePapers>;

const request = {
  filingNumbers: z
    .array(FilingNumber)
    .min(1, { error: 'required' })
    .max(maxChangedFilings)
    .refine((all) => new Set(all).size === all.length, { error: 'filing.twice' })
    .meta({ description: '备案编号' }),
  unit: ChangedUnit.optional(),
  /** Holds for every filing. */
  system: ChangedSystem.optional(),
  perFiling: PerFiling.optional(),
  ...ChangePapers.shape,
};
/** POST /api/changes/preview: what a change would do, without doing it (N12). */
export const ChangeRequest = z.strictObject(request).meta({ id: 'ChangeRequest', description: '变更内容' });
export type ChangeRequest = z.infer<typeof ChangeRequest>;

/** POST /api/applications for 变更 (M083–M099). */
export const ChangeSubmission = z
  .strictObject({
    kind: z.literal('change'),
    ...request,
    truthful: z.literal(true, { error: 'declaration.required' }).meta({ description: '真实性承诺' }),
    draftId: Id.optional(),
  })
  .meta({ id: 'ChangeSubmission', description: '变更申请' });
export type ChangeSubmission = z.infer<typeof ChangeSubmission>;

/** The part of a resubmission that only changes have; shared fields of unit and system stand where those of a registration do. */
export const ChangeCorrection = z
  .strictObject({ ...ChangePapers.shape, proofIds: ChangePapers.shape.proofIds.unwrap(), perFiling: PerFiling })
  .partial()
  .meta({ id: 'ChangeCorrection', description: '变更补正' });
export type ChangeCorrection = z.infer<typeof ChangeCorrection>;

const changedFiling = {
  filingNumber: FilingNumber,
  systemName: z.string(),
  /** The organ that decides: the one of the address after the change (G8). */
  organ: OrganRef,
  /** The organ that the filing leaves; it reads the application and decides nothing. */
  movesFrom: OrganRef.optional(),
  /** Against the filing as it is when the change is submitted. */
  diff: z.array(FieldDiff),
  /** When the device table is another: device by device (N1). */
  devices: DeviceDiff.optional(),
};

/** What is wrong with one filing of a request; `pointer` leads into the request. */
export const ChangeError = z
  .object({ pointer: z.string(), code: z.string(), message: z.string() })
  .meta({ id: 'ChangeError' });
export const PreviewedFiling = z
  .object({
    ...changedFiling,
    systemName: z.string().optional(),
    organ: OrganRef.optional(),
    errors: z.array(ChangeError),
    /** About the fields that change (N4). */
    precheck: z.array(PrecheckFinding),
  })
  .meta({ id: 'PreviewedFiling' });
export type PreviewedFiling = z.infer<typeof PreviewedFiling>;
export const ChangePreview = z
  .object({ ok: z.boolean(), filings: z.array(PreviewedFiling) })
  .meta({ id: 'ChangePreview', description: '变更预览' });
export type ChangePreview = z.infer<typeof ChangePreview>;

/** A filing of a submitted change with what has become of it: each organ decides for its own (N12). */
export const FilingChange = z
  .object({ ...changedFiling, applicationId: Id, status: z.enum(applicationStatuses) })
  .meta({ id: 'FilingChange', description: '单项备案的变更结果' });
export type FilingChange = z.infer<typeof FilingChange>;

/** The part of a change that one organ decides: an application of its own, with its own number, correction and withdrawal. */
export const ChangePart = z
  .object({
    id: Id,
    number: z.string(),
    organ: OrganRef,
    status: z.enum(applicationStatuses),
    filingNumbers: z.array(FilingNumber),
    reviewDueAt: Timestamp.optional(),
    correctionDueAt: Timestamp.optional(),
  })
  .meta({ id: 'ChangePart', description: '分送审核的部分' });
export type ChangePart = z.infer<typeof ChangePart>;

/** A filing of a change as its reviewer reads it. */
export const ReviewedFiling = z
  .object({
    ...changedFiling,
    /** What a correction has changed since the last review. */
    corrected: z.array(FieldDiff),
    /** What the filer was shown of the fields that change (N4). */
    precheck: z.array(PrecheckFinding),
  })
  .meta({ id: 'ReviewedFiling' });
export type ReviewedFiling = z.infer<typeof ReviewedFiling>;
