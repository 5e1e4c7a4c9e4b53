import { createApp } from '@beian/service-kit/create-app.ts';
import { accountsRoutes } from './accounts/accounts.routes.ts';
import type { Deps } from './deps.ts';
import { divisionsRoutes } from './divisions/divisions.routes.ts';
import { signInRoutes } from './sign-in/sign-in.routes.ts';

/** The API of identity: sign-in, accounts, organs, divisions. */
export const createIdentityApp = (deps: Deps) =>
  createApp(deps).route('/', signInRoutes(deps)).route('/', accountsRoutes(deps)).route('/', divisionsRoutes(deps));
