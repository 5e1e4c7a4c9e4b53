import { auditRoutes } from '@beian/service-kit/audit/audit.routes.ts';
import { operationsRoutes } from '@beian/service-kit/operations/operations.routes.ts';
import { createApp } from '@beian/service-kit/create-app.ts';
import { deadLettersRoutes } from '@beian/service-kit/dead-letters/dead-letters.routes.ts';
import { challengesRoutes } from './challenges/challenges.routes.ts';
import type { Deps } from './deps.ts';
import { faqEditingRoutes } from './faq/faq-editing.routes.ts';
import { faqRoutes } from './faq/faq.routes.ts';
import { noticeEditingRoutes } from './notices/notice-editing.routes.ts';
import { noticesRoutes } from './notices/notices.routes.ts';
import { enterFilings } from './register/enter-filing.ts';
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
    .route('/', deadLettersRoutes({ ...deps, consumer: { durable: 'public-query', handle: enterFilings } }))
    .route('/', auditRoutes(deps))
    .route('/', operationsRoutes(deps));
