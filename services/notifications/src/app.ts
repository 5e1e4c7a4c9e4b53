import { auditRoutes } from '@beian/service-kit/audit/audit.routes.ts';
import { operationsRoutes } from '@beian/service-kit/operations/operations.routes.ts';
import { createApp } from '@beian/service-kit/create-app.ts';
import { consumerOf } from './consumer.ts';
import type { Deps } from './deps.ts';
import { inboxRoutes } from './inbox/inbox.routes.ts';
import { settingsRoutes } from './settings/settings.routes.ts';

/** The API of notifications: inbox, live stream, settings. */
export const createNotificationsApp = (deps: Deps) =>
  createApp(deps)
    .route('/', inboxRoutes(deps))
    .route('/', settingsRoutes(deps))
    .route('/', auditRoutes(deps))
    .route('/', operationsRoutes({ ...deps, consumer: consumerOf(deps) }));
