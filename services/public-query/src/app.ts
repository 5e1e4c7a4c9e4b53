import { auditRoutes } from '@beian/service-kit/audit/audit.routes.ts';
import { operationsRoutes } from '@beian/service-kit/operations/operations.routes.ts';
import { createApp } from '@beian/service-kit/create-app.ts';
import { challengesRoutes } from './challenges/challenges.routes.ts';
import { consumer } from './consumer.ts';
import type { Deps } from './deps.ts';
import { faqEditingRoutes } from './faq/faq-editing.routes.ts';
import { faqRoutes } from './faq/faq.routes.ts';
import { noticeEditingRoutes } from './notices/notice-editing.routes.ts';
import { noticesRoutes } from './notices/notices.routes.ts';
import { publicRegisterRoutes } from './register/public-register.routes.ts';

/** The API of what everybody may read, and of the staff who write it. */
export const createPublicQueryApp = (deps: Deps) =>
  createApp(deps)
    .route('/', publicRegisterRoutes(deps))
    .route('/', challengesRoutes(deps))
    .route('/', faqRoutes(deps))
    .route('/', noticesRoutes(deps))
    .route('/', faqEditingRoutes(deps))
    .route('/', noticeEditingRoutes(deps))
    .route('/', auditRoutes(deps))
    .route('/', operationsRoutes({ ...deps, consumer }));
