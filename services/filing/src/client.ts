import { hc } from 'hono/client';
import type { createFilingApp } from './app.ts';

export type FilingApp = ReturnType<typeof createFilingApp>;
/** The typed client of this service. */
export const filingClient = (baseUrl: string, headers: Record<string, string> = {}) =>
  hc<FilingApp>(baseUrl, { headers });
