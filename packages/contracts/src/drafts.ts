import { z } from 'zod';
import { Id, listOf, Timestamp } from './common.ts';
import { applicationKinds } from './vocabulary.ts';

/** What a form holds before it is right: any JSON of bounded size (64 KB), kept sealed. */
export const DraftInput = z
  .strictObject({
    kind: z.enum(applicationKinds),
    /** What the filer recognises it by; no personal data. */
    title: z.string().max(100),
    step: z.string().max(40),
    content: z.record(z.string(), z.unknown()),
    /** The revision that the client edited; absent for a new draft. 409 when another tab saved meanwhile. */
    baseRevision: z.int().min(1).optional(),
  })
  .meta({ id: 'DraftInput', description: '草稿' });
export type DraftInput = z.infer<typeof DraftInput>;

export const DraftSummary = z
  .object({
    id: Id,
    kind: z.enum(applicationKinds),
    title: z.string(),
    step: z.string(),
    revision: z.int(),
    updatedAt: Timestamp,
    /** 45 days after the last save (functions.md G6). */
    expiresAt: Timestamp,
  })
  .meta({ id: 'DraftSummary' });
export type DraftSummary = z.infer<typeof DraftSummary>;
export const Draft = z
  .object({ ...DraftSummary.shape, content: z.record(z.string(), z.unknown()) })
  .meta({ id: 'Draft', description: '草稿' });
export type Draft = z.infer<typeof Draft>;
export const DraftList = listOf(DraftSummary).meta({ id: 'DraftList' });
