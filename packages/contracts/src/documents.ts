import { z } from 'zod';
import { Id, listOf, Timestamp } from './common.ts';
import { documentKinds } from './vocabulary.ts';

/** A stored file. `name` is what the filer called it, cleaned of paths and control characters. */
export const StoredDocument = z
  .object({
    id: Id,
    kind: z.enum(documentKinds),
    name: z.string(),
    /** Read from the bytes, never from the name (G10). */
    mediaType: z.enum([
      'application/pdf',
      'image/png',
      'image/jpeg',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'text/csv',
    ]),
    /** Bytes. */
    size: z.int(),
    /** Lower-case hex. */
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    uploadedAt: Timestamp,
  })
  .meta({ id: 'StoredDocument', description: '文件' });
export type StoredDocument = z.infer<typeof StoredDocument>;

/** Form fields of POST /api/documents (multipart). */
export const UploadForm = z.object({ kind: z.enum(documentKinds).meta({ description: '文件种类' }), file: z.file() });

/** Templates and notices that anyone may download (M017–M019, M047, M063). */
export const templateNames = [
  'filing-notice',
  'material-templates',
  'offline-templates',
  'registration-authorisation',
  'cancellation-authorisation',
  'device-table',
] as const;
export type TemplateName = (typeof templateNames)[number];
export const Template = z
  .object({
    name: z.enum(templateNames),
    title: z.object({ zh: z.string(), en: z.string() }),
    fileName: z.string(),
    mediaType: z.string(),
    version: z.string(),
    size: z.int(),
  })
  .meta({ id: 'Template', description: '模板' });
export type Template = z.infer<typeof Template>;
export const TemplateList = listOf(Template).meta({ id: 'TemplateList' });
