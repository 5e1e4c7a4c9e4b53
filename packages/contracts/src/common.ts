import { z } from 'zod';
import { mobilePattern, usccPattern } from './identifiers.rules.ts';
import { filingNumberHolds, filingNumberPattern } from './filing-number.rules.ts';

/** A UUID (version 7 where we issue it). */
export const Id = z.uuid();
/** RFC 3339 with offset. */
export const Timestamp = z.iso.datetime({ offset: true });
/** Calendar date, YYYY-MM-DD, Beijing time. Nothing here is older than the first that it takes. */
export const CalendarDate = z.iso
  .date({ error: ({ input }) => (input === undefined ? undefined : 'date.format') })
  .refine((day) => day >= '1900-01-01', { error: 'date.format' });

export const Uscc = z
  .string()
  .trim()
  .toUpperCase()
  .regex(usccPattern, { error: 'uscc.format' })
  .meta({ id: 'Uscc', description: '统一社会信用代码', example: '91350100M000100Y43' });

export const FilingNumber = z
  .string()
  .regex(filingNumberPattern, { error: 'filing-number.format', abort: true })
  .refine(filingNumberHolds, { error: 'filing-number.format' })
  .meta({ id: 'FilingNumber', description: '备案编号' });

export const MobilePhone = z
  .string()
  .trim()
  .regex(mobilePattern, { error: 'phone.format' })
  .meta({ description: '手机号', example: '13800138000' });

/** GB/T 2260 county code, six digits; whether it exists is asked of the division directory. */
export const CountyCode = z.string({ error: 'division.county' }).regex(/^\d{6}$/, { error: 'division.county' });
/** Street code, nine digits, the county's six first. */
export const StreetCode = z.string().regex(/^\d{9}$/, { error: 'division.format' });

/** Code of an organ: six digits, with a letter and a number after them where several share a division. */
export const OrganCode = z
  .string()
  .regex(/^\d{6}(-[A-Z]\d{1,3})?$/, { error: 'organ.format' })
  .meta({ description: '公安机关代码', example: '440305-T1' });

/** An organ as answers name it. */
export const OrganRef = z.object({ code: z.string(), name: z.string() });

/** Code of an entry: in small letters, never changed, never deleted. Whether it is in use is asked of the dictionary of the day. */
export const EntryCode = z
  .string()
  .regex(/^[a-z][a-z0-9_]{0,39}$/, { error: 'dictionary.code' })
  .meta({ id: 'EntryCode', description: '字典代码', example: 'enterprise' });

// Tabs and line breaks are all that may stand between words; PostgreSQL cannot even hold U+0000 or half a character.
const plain = /^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ud800-\udfff]*$/u;
// Come with what is copied and are seen by nobody: two names that look alike would differ, or one be shown in another order than it is.
const unseen = /[\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069]/g;
/** A line of text as people type it: trimmed, not empty, bounded, without control characters and unseen ones. */
export const line = (max: number) => text(max).min(1, { error: 'text.empty' });
/** Several lines, possibly none. */
export const text = (max: number) =>
  z
    .string()
    .overwrite((typed) => typed.replace(unseen, ''))
    .trim()
    .max(max)
    .regex(plain, { error: 'text.control' });

/** A page of a list: `next` is the opaque cursor of the following page. */
export const listOf = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), next: z.string().optional() });
export const PageQuery = z.object({
  cursor: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});
export type PageQuery = z.infer<typeof PageQuery>;
