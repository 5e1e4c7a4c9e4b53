import { createApp } from '@beian/service-kit/create-app.ts';
import type { Deps } from './deps.ts';
import { publicRegisterRoutes } from './register/public-register.routes.ts';

/** The API of the public query. */
export const createPublicQueryApp = (deps: Deps) => createApp(deps).route('/', publicRegisterRoutes(deps));
