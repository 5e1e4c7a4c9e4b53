import { createRoute, type z } from '@hono/zod-openapi';
import { Me } from '@beian/contracts/accounts.ts';
import { createRoutes, problemResponses } from '@beian/service-kit/create-app.ts';
import type { Deps } from '../deps.ts';
import { getMe } from './read-accounts.ts';

const json = <T extends z.ZodType>(schema: T) => ({ 'application/json': { schema } });

const me = createRoute({
  method: 'get',
  path: '/api/me',
  tags: ['accounts'],
  summary: '当前用户',
  responses: {
    200: { description: 'who is signed in', content: json(Me) },
    ...problemResponses('auth.required', 'auth.forbidden', 'not-found'),
  },
});

/** Routes of /api/me. */
export const accountsRoutes = (deps: Deps) =>
  createRoutes().openapi(me, async (c) => c.json(await getMe(deps, c.var.actor), 200));
