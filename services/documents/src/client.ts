import { hc } from 'hono/client';
import type { createDocumentsApp } from './app.ts';

export type DocumentsApp = ReturnType<typeof createDocumentsApp>;
/** The typed client of this service. */
export const documentsClient = (baseUrl: string, headers: Record<string, string> = {}) =>
  hc<DocumentsApp>(baseUrl, { headers });
