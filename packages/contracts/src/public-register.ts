import { z } from 'zod';
import { FilingNumber, listOf, Timestamp, Uscc } from './common.ts';

/** Proof-of-work challenge in altcha's format; valid once, for a few minutes. */
export const Challenge = z.record(z.string(), z.unknown()).meta({ id: 'Challenge', description: '验证码' });

/** 公共查询 (M131–M134). `captcha` is the solved challenge, base64 as the altcha widget gives it. */
export const PublicQuery = z.object({
  uscc: Uscc,
  captcha: z.string({ error: 'captcha.required' }).min(1, { error: 'captcha.required' }).max(4000),
});
export type PublicQuery = z.infer<typeof PublicQuery>;
/** GET /api/public/verify/{number} (I38): what anybody may know of a number that exists. */
export const VerifiedFiling = z
  .object({
    number: FilingNumber,
    status: z.enum(['completed', 'cancelled']),
    /** Null for entries older than this answer. */
    organCode: z.string().nullable(),
    registeredAt: Timestamp,
    cancelledAt: Timestamp.optional(),
  })
  .meta({ id: 'VerifiedFiling', description: '备案编号核验' });
export type VerifiedFiling = z.infer<typeof VerifiedFiling>;
/** Numbers of completed filings only (M134); an unknown unit reads like one without filings. */
export const PublicFilings = listOf(z.object({ number: FilingNumber })).meta({
  id: 'PublicFilings',
  description: '备案编号',
});
