import { z } from 'zod';
import { Id, listOf, Timestamp } from './common.ts';
import { applicationKinds } from './vocabulary.ts';

/** A draft is kept however wrong its form still is: of a text that names it, what PostgreSQL cannot hold is left out. */
const named = (max: number) =>
  z
    .string()
    .overwrite((typed) => typed.toWellFormed().replace(/\p{Cc}/gu, ''))
    .max(max);
/** No form has so many things in each other; whoever writes JSON by recursion would come to an end at some thousands. */
const deepest = 32;
const isShallow = (value: unknown, left = deepest): boolean =>
  typeof value !== 'object' ||
  value === null ||
  (left > 0 && Object.values(value).every((one) => isShallow(one, left - 1)));

/** What a form holds before it is right: any JSON of bounded size (64 KB) and depth, kept sealed. */
export const DraftInput = z
  .strictObject({
    kind: z.enum(applicationKinds),
    /** What the filer recognises it by; no personal data. */
    title: named(100),
    step: named(40),
    content: z.record(z.string(), z.unknown()).refine((form) => isShallow(form), { error: 'draft.too-deep' }),
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
