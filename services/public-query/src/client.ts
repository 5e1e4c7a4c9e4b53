import { hc } from 'hono/client';
import type { createPublicQueryApp } from './app.ts';

export type PublicQueryApp = ReturnType<typeof createPublicQueryApp>;
/** The typed client of this service. */
export const publicQueryClient = (baseUrl: string, headers: Record<string, string> = {}) =>
  hc<PublicQueryApp>(baseUrl, { headers });
