import { z } from 'zod';
import { FilingNumber, listOf, Uscc } from './common.ts';

/** Proof-of-work challenge in altcha's format; valid once, for a few minutes. */
export const Challenge = z.record(z.string(), z.unknown()).meta({ id: 'Challenge', description: '验证码' });

/** 公共查询 (M131–M134). `captcha` is the solved challenge, base64 as the altcha widget gives it. */
export const PublicQuery = z.object({
  uscc: Uscc,
  captcha: z.string({ error: 'captcha.required' }).min(1, { error: 'captcha.required' }).max(4000),
});
export type PublicQuery = z.infer<typeof PublicQuery>;
/** Numbers of completed filings only (M134); an unknown unit reads like one without filings. */
export const PublicFilings = listOf(z.object({ number: FilingNumber })).meta({
  id: 'PublicFilings',
  description: '备案编号',
});
