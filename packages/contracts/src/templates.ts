import { z } from 'zod';
import { CalendarDate, Id, listOf, text, Timestamp } from './common.ts';
import { templateVersionStates } from './vocabulary.ts';

/** Templates and notices that anyone may download (M017–M019, M047, M063, M097, M105, M115, I02). */
export const templateNames = [
  'filing-notice',
  'material-templates',
  'offline-templates',
  'registration-authorisation',
  'change-authorisation',
  'cancellation-authorisation',
  'transfer-form',
  'delegation-letter',
  'device-table',
] as const;
export type TemplateName = (typeof templateNames)[number];

/** A new version must stay strictly under this: forms are text and a few lines, not scans. */
export const templateLimitBytes = 2_097_152;

const version = {
  /** 1 is the one that comes with the platform; editors add the others. */
  version: z.string(),
  /** First day, Beijing time, on which it is the one to use. */
  effectiveFrom: CalendarDate,
  /** Bytes. */
  size: z.int(),
};

/** A template as it is in force today. */
export const Template = z
  .object({
    name: z.enum(templateNames),
    title: z.object({ zh: z.string(), en: z.string() }),
    fileName: z.string(),
    mediaType: z.string(),
    ...version,
  })
  .meta({ id: 'Template', description: '模板' });
export type Template = z.infer<typeof Template>;
export const TemplateList = listOf(Template).meta({ id: 'TemplateList' });

/** Id of a version; the one that comes with the platform has no row and is called by name. */
export const builtInVersion = 'built-in';
export const VersionId = z.union([Id, z.literal(builtInVersion)]);

/** One version of a template, past, present or to come. */
export const TemplateVersion = z
  .object({
    id: VersionId,
    ...version,
    state: z.enum(templateVersionStates),
    /** What is new, for everybody to read. */
    note: z.string(),
    uploadedAt: Timestamp.optional(),
  })
  .meta({ id: 'TemplateVersion', description: '模板版本' });
export type TemplateVersion = z.infer<typeof TemplateVersion>;
export const TemplateVersionList = listOf(TemplateVersion).meta({ id: 'TemplateVersionList' });

/** Form fields of POST /api/templates/{name}/versions (multipart). */
export const TemplateVersionForm = z.strictObject({
  file: z.file().meta({ description: '模板文件' }),
  effectiveFrom: CalendarDate.meta({ description: '生效日期' }),
  note: text(200).default('').meta({ description: '更新说明' }),
});
