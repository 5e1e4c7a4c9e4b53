import { createRoute } from '@hono/zod-openapi';
import { Home } from '@beian/contracts/home.ts';
import { createRoutes, problemResponses } from '@beian/service-kit/create-app.ts';
import type { Deps } from '../deps.ts';
import { countHome } from './count-home.ts';

const counts = createRoute({
  method: 'get',
  path: '/api/home',
  tags: ['home'],
  summary: '系统首页',
  responses: {
    200: { description: 'counts of the account', content: { 'application/json': { schema: Home } } },
    ...problemResponses('auth.required', 'auth.forbidden'),
  },
});

/** Routes of /api/home. */
export const homeRoutes = (deps: Deps) =>
  createRoutes().openapi(counts, async (c) => c.json(await countHome(deps, c.var.actor), 200));
