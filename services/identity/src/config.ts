import { z } from 'zod';
import { sharedKeys } from '@beian/service-kit/config.ts';
import { keysConfig } from '@beian/service-kit/keys.ts';
import { openServiceKeys } from '@beian/service-kit/open-service.ts';

export const config = openServiceKeys.extend({
  PUBLIC_BASE_URL: sharedKeys.PUBLIC_BASE_URL,
  ...keysConfig,
  SSO_ISSUER: z.url().describe('issuer of the OpenID provider'),
  SSO_CLIENT_ID: z.string().min(1).describe('our client there'),
  SSO_CLIENT_SECRET: z.string().min(16).describe('and its secret'),
  ACTOR_TOKEN_PRIVATE_KEY: z
    .string()
    .includes('PRIVATE KEY')
    .describe('Ed25519 key that signs actor tokens, PKCS #8 PEM'),
});
export type Config = z.output<typeof config>;
