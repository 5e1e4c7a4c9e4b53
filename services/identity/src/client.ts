import { hc } from 'hono/client';
import type { createIdentityApp } from './app.ts';

export type IdentityApp = ReturnType<typeof createIdentityApp>;
/** The typed client of this service. */
export const identityClient = (baseUrl: string, headers: Record<string, string> = {}) =>
  hc<IdentityApp>(baseUrl, { headers });
