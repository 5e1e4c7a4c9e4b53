import { auditRoutes } from '@beian/service-kit/audit/audit.routes.ts';
import { operationsRoutes } from '@beian/service-kit/operations/operations.routes.ts';
import { createApp } from '@beian/service-kit/create-app.ts';
import { accountsRoutes } from './accounts/accounts.routes.ts';
import { apiCredentialsRoutes } from './api-credentials/api-credentials.routes.ts';
import type { Deps } from './deps.ts';
import { auditSubjects } from './audit/audit-subjects.ts';
import { divisionsRoutes } from './divisions/divisions.routes.ts';
import { jurisdictionsRoutes } from './jurisdictions/jurisdictions.routes.ts';
import { organsRoutes } from './organs/organs.routes.ts';
import { sharingCredentialsRoutes } from './sharing-credentials/sharing-credentials.routes.ts';
import { signInRoutes } from './sign-in/sign-in.routes.ts';
import { staffRoutes } from './staff/staff.routes.ts';
import { tokensRoutes } from './tokens/tokens.routes.ts';

/** The API of identity: sign-in, accounts, credentials and tokens of programs and departments, divisions, organs and their jurisdictions, staff. */
export const createIdentityApp = (deps: Deps) =>
  createApp(deps)
    .route('/', signInRoutes(deps))
    .route('/', tokensRoutes(deps))
    .route('/', accountsRoutes(deps))
    .route('/', apiCredentialsRoutes(deps))
    .route('/', sharingCredentialsRoutes(deps))
    .route('/', divisionsRoutes(deps))
    .route('/', organsRoutes(deps))
    .route('/', jurisdictionsRoutes(deps))
    .route('/', staffRoutes(deps))
    .route('/', auditRoutes({ ...deps, auditSubjects }))
    .route('/', operationsRoutes(deps));
