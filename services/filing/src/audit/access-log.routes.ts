import { createRoute } from '@hono/zod-openapi';
import { AccessLog } from '@beian/contracts/access-log.ts';
import { PageQuery } from '@beian/contracts/common.ts';
import { createRoutes, problemResponses } from '@beian/service-kit/create-app.ts';
import type { Deps } from '../deps.ts';
import { readAccessLog } from './read-access-log.ts';

const list = createRoute({
  method: 'get',
  path: '/api/me/access-log',
  tags: ['accounts'],
  summary: '谁看过我的信息',
  request: { query: PageQuery },
  responses: {
    200: { description: 'the newest first', content: { 'application/json': { schema: AccessLog } } },
    ...problemResponses('auth.required', 'auth.forbidden', 'request.invalid', 'upstream.unavailable'),
  },
});

/** Routes of /api/me/access-log. */
export const accessLogRoutes = (deps: Deps) =>
  createRoutes().openapi(list, async (c) => c.json(await readAccessLog(deps, c.var.actor, c.req.valid('query')), 200));
