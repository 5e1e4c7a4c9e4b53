import { z } from 'zod';
import { sharedKeys } from '@beian/service-kit/config.ts';

const perMinute = (fallback: number, what: string) =>
  z.coerce.number().int().positive().default(fallback).describe(`${what}, per address and minute`);

export const config = z.object({
  HOST: sharedKeys.HOST,
  PORT: sharedKeys.PORT,
  LOG_LEVEL: sharedKeys.LOG_LEVEL,
  DATABASE_URL: sharedKeys.DATABASE_URL,
  PUBLIC_BASE_URL: sharedKeys.PUBLIC_BASE_URL,
  SERVICE_SECRET: sharedKeys.SERVICE_SECRET,
  IDENTITY_URL: sharedKeys.IDENTITY_URL,
  FILING_URL: sharedKeys.FILING_URL,
  DOCUMENTS_URL: sharedKeys.DOCUMENTS_URL,
  PUBLIC_QUERY_URL: sharedKeys.PUBLIC_QUERY_URL,
  NOTIFICATIONS_URL: sharedKeys.NOTIFICATIONS_URL,
  WORKFLOWS_URL: z.url().describe('health port of the workflow worker'),
  SSO_URL: z.url().describe('the sign-in provider, for readiness'),
  PORTAL_DIST: z.string().describe('folder of the built portal'),
  REVIEW_DIST: z.string().describe('folder of the built approval UI'),
  TRUSTED_PROXIES: z
    .string()
    .default('')
    .transform((text) =>
      text
        .split(',')
        .map((one) => one.trim())
        .filter(Boolean),
    )
    .describe('proxies in front, whose X-Forwarded-For is believed: addresses or networks, with commas'),
  LIMIT_GENERAL: perMinute(3000, 'requests of the API'),
  LIMIT_SIGN_IN: perMinute(120, 'sign-ins'),
  LIMIT_TOKENS: perMinute(240, 'tokens that programs ask for'),
  LIMIT_TOKENS_OF_CREDENTIAL: perMinute(30, 'tokens that are asked for with one credential'),
  LIMIT_SHARING: z.coerce
    .number()
    .int()
    .positive()
    .default(60)
    .describe('questions of a department, per sharing credential and minute'),
  LIMIT_PUBLIC: perMinute(240, 'public queries'),
  LIMIT_UPLOADS: perMinute(300, 'uploads'),
});
export type Config = z.output<typeof config>;
