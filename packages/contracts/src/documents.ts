import { z } from 'zod';
import { Id, Timestamp } from './common.ts';
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
