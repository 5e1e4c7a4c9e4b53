import { evidenceLimitBytes } from '@beian/contracts/vocabulary.ts';
import { operationsRoutes } from '@beian/service-kit/operations/operations.routes.ts';
import { createApp } from '@beian/service-kit/create-app.ts';
import { auditRoutes } from '@beian/service-kit/audit/audit.routes.ts';
import { consumer } from './consumer.ts';
import { auditHeadsRoutes } from './audit-heads/audit-heads.routes.ts';
import type { Deps } from './deps.ts';
import { documentsRoutes } from './documents/documents.routes.ts';
import { templateEditingRoutes } from './templates/template-editing.routes.ts';
import { templatesRoutes } from './templates/templates.routes.ts';

// Room for the multipart frame around the largest file.
const bodyLimit = evidenceLimitBytes + 65_536;

/** The API of documents: uploads and templates. */
export const createDocumentsApp = (deps: Deps) =>
  createApp({ ...deps, bodyLimit })
    .route('/', documentsRoutes(deps))
    .route('/', templatesRoutes(deps))
    .route('/', templateEditingRoutes(deps))
    .route('/', auditHeadsRoutes(deps))
    .route('/', auditRoutes(deps))
    .route('/', operationsRoutes({ ...deps, consumer }));
