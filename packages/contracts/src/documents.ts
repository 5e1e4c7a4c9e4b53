import { z } from 'zod';
import { Id, Timestamp } from './common.ts';
import { documentKinds, documentScans } from './vocabulary.ts';

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
    /** Missing in drafts that were saved before files were scanned. */
    scan: z.enum(documentScans).default('not_scanned'),
  })
  .meta({ id: 'StoredDocument', description: '文件' });
export type StoredDocument = z.infer<typeof StoredDocument>;

/** Form fields of POST /api/documents (multipart). */
export const UploadForm = z.strictObject({
  kind: z.enum(documentKinds).meta({ description: '文件种类' }),
  file: z.file(),
});

/** A link to the content of one document, good for a few minutes without sign-in: for programs that cannot carry a session. */
export const DocumentLink = z
  .object({ url: z.string().meta({ description: 'path on this origin' }), expiresAt: Timestamp })
  .meta({ id: 'DocumentLink', description: '文件的短时链接' });
export type DocumentLink = z.infer<typeof DocumentLink>;

/** Whether the content is offered for download or may be shown in place. */
export const Disposition = z.enum(['attachment', 'inline']).default('attachment');
