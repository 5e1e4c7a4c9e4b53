import { auditRoutes } from '@beian/service-kit/audit/audit.routes.ts';
import { operationsRoutes } from '@beian/service-kit/operations/operations.routes.ts';
import { createApp } from '@beian/service-kit/create-app.ts';
import { deadLettersRoutes } from '@beian/service-kit/dead-letters/dead-letters.routes.ts';
import type { Deps } from './deps.ts';
import { inboxRoutes } from './inbox/inbox.routes.ts';
import { notifyOfEvents } from './inbox/notify.ts';
import { settingsRoutes } from './settings/settings.routes.ts';

/** The API of notifications: inbox, live stream, settings. */
export const createNotificationsApp = (deps: Deps) =>
  createApp(deps)
    .route('/', inboxRoutes(deps))
    .route('/', settingsRoutes(deps))
    .route('/', deadLettersRoutes({ ...deps, consumer: { durable: 'notifications', handle: notifyOfEvents(deps) } }))
    .route('/', auditRoutes(deps))
    .route('/', operationsRoutes(deps));
