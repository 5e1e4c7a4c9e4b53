import { z } from 'zod';

const url = z.url();
/** A key whose value is JSON. */
export const json = z.string().transform((text, ctx) => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    ctx.addIssue({ code: 'custom', message: 'is not JSON' });
    return z.NEVER;
  }
});

/** Keys that several services share; each picks its own. */
export const sharedKeys = {
  PORT: z.coerce.number().int().min(0).max(65535).describe('port to listen on'),
  HOST: z.string().default('127.0.0.1').describe('address to listen on'),
  DATABASE_URL: z.string().startsWith('postgres').describe("the service's own PostgreSQL database"),
  NATS_URL: z.string().describe('NATS server, e.g. nats://user:password@127.0.0.1:4222'),
  NATS_MONITORING_URL: url
    .optional()
    .describe('monitoring address of NATS, which tells whether it syncs before it acknowledges'),
  TEMPORAL_ADDRESS: z.string().describe('Temporal frontend, host:port'),
  TEMPORAL_NAMESPACE: z.string().default('default').describe('Temporal namespace'),
  IDENTITY_URL: url.describe('identity service'),
  FILING_URL: url.describe('filing service'),
  DOCUMENTS_URL: url.describe('documents service'),
  PUBLIC_QUERY_URL: url.describe('public-query service'),
  NOTIFICATIONS_URL: url.describe('notifications service'),
  PUBLIC_BASE_URL: url.default('http://localhost:8080').describe('address of the gateway as people see it'),
  SERVICE_SECRET: z.string().min(32).describe('secret that signs tokens between services'),
  LOG_LEVEL: z.string().default('info').describe('pino level'),
} as const;

export const serviceConfig = z.object(sharedKeys);

/** Parses the environment. A bad value ends the process with one sentence per key and never shows the value. */
export function readConfig<T extends z.ZodType>(schema: T, env: NodeJS.ProcessEnv = process.env): z.output<T> {
  const parsed = schema.safeParse(env);
  if (parsed.success) return parsed.data;
  const sentences = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new ConfigError(`The environment is not complete:\n  ${sentences.join('\n  ')}`);
}

/** The environment lacks something; its message names the keys, never their values. */
export class ConfigError extends Error {}
