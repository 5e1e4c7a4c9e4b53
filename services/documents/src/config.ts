import { z } from 'zod';
import { sharedKeys } from '@beian/service-kit/config.ts';
import { keysConfig } from '@beian/service-kit/keys.ts';
import { openServiceKeys } from '@beian/service-kit/open-service.ts';
import type { MinioAccess } from './documents/minio-client.ts';

export const config = openServiceKeys.extend({
  FILING_URL: sharedKeys.FILING_URL,
  ...keysConfig,
  MINIO_ENDPOINT: z
    .string()
    .regex(/^[^:/]+:\d+$/)
    .describe('MinIO, host:port'),
  MINIO_ACCESS_KEY: z.string().describe('MinIO access key'),
  MINIO_SECRET_KEY: z.string().describe('MinIO secret key'),
  MINIO_BUCKET: z.string().default('beian-documents').describe('bucket of the uploads'),
  MINIO_AUDIT_BUCKET: z
    .string()
    .default('beian-audit-heads')
    .describe('bucket with object lock for the heads of the audit chains'),
  CLAMD_URL: z
    .string()
    .regex(/^(tcp:\/\/[^:/]+:\d+|unix:\/.+)$/, 'must be tcp://host:port or unix:/path')
    .optional()
    .describe('clamd that scans uploads, tcp://host:port or unix:/path; without it nothing is scanned'),
  UNUSED_UPLOAD_DAYS: z.coerce
    .number()
    .positive()
    .default(60)
    .describe('days after which an upload that nothing refers to is removed; longer than a draft lives'),
  RETENTION_DAYS: z.coerce
    .number()
    .positive()
    .default(3650)
    .describe('days that documents are kept after the end of the last filing or application they belong to'),
  QUARANTINE_DAYS: z.coerce.number().positive().default(30).describe('days that infected files are kept for operators'),
});
export type Config = z.output<typeof config>;

/** How MinIO is reached. */
export const minioAccessOf = (config: Config): MinioAccess => ({
  endpoint: config.MINIO_ENDPOINT,
  accessKey: config.MINIO_ACCESS_KEY,
  secretKey: config.MINIO_SECRET_KEY,
});
