import { hc } from 'hono/client';
import type { createNotificationsApp } from './app.ts';

export type NotificationsApp = ReturnType<typeof createNotificationsApp>;
/** The typed client of this service. */
export const notificationsClient = (baseUrl: string, headers: Record<string, string> = {}) =>
  hc<NotificationsApp>(baseUrl, { headers });
