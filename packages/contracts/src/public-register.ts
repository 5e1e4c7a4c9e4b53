import { z } from 'zod';
import { FilingNumber, listOf, Timestamp, Uscc } from './common.ts';

/** The doors without sign-in that a captcha opens: 公共查询, and an appeal (G1). A challenge is for one of them. */
export const CaptchaPurpose = z.enum(['query', 'appeal']).meta({ id: 'CaptchaPurpose', description: '验证码用途' });
export type CaptchaPurpose = z.infer<typeof CaptchaPurpose>;
/** Query of POST /api/public/challenges. */
export const NewChallenge = z.object({ for: CaptchaPurpose.default('query') });
/** Proof-of-work challenge in altcha's format; valid once, for a few minutes. */
export const Challenge = z.record(z.string(), z.unknown()).meta({ id: 'Challenge', description: '验证码' });

/** A solved challenge, base64 as the altcha widget gives it. */
export const Captcha = z
  .string({ error: 'captcha.required' })
  .min(1, { error: 'captcha.required' })
  .max(4000)
  .meta({ description: '验证码' });
/** For other services: it serves once, whoever uses it. */
export const UseChallenge = z.strictObject({ captcha: Captcha, purpose: CaptchaPurpose }).meta({ id: 'UseChallenge' });

/** 公共查询 (M131–M134). */
export const PublicQuery = z.object({
  uscc: Uscc,
  captcha: Captcha,
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
