import { z } from 'zod';
import { openServiceKeys } from '@beian/service-kit/open-service.ts';

export const config = openServiceKeys.extend({
  CAPTCHA_SECRET: z.string().min(32).describe('signs the challenges of the public query'),
});
export type Config = z.output<typeof config>;
