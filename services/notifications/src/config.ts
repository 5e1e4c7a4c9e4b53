import { z } from 'zod';
import { sharedKeys } from '@beian/service-kit/config.ts';
import { keysConfig } from '@beian/service-kit/keys.ts';
import { openServiceKeys } from '@beian/service-kit/open-service.ts';

export const config = openServiceKeys.extend({
  PUBLIC_BASE_URL: sharedKeys.PUBLIC_BASE_URL,
  ...keysConfig,
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, { error: 'must begin with smtp:// or smtps://' })
    .optional()
    .describe(
      'mail server, e.g. smtps://user:password@mail.example.com; without it no e-mail is sent and the settings say so',
    ),
  MAIL_FROM: z.string().includes('@').default('beian <no-reply@localhost>').describe('sender of e-mails'),
});
export type Config = z.output<typeof config>;
