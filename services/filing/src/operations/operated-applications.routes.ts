import { createRoute } from '@hono/zod-openapi';
import { OperatedApplicationList, OperatedApplicationQuery } from '@beian/contracts/operations.ts';
import { createRoutes, problemResponses } from '@beian/service-kit/create-app.ts';
import type { Deps } from '../deps.ts';
import { findApplication } from './find-application.ts';

const find = createRoute({
  method: 'get',
  path: '/api/operations/applications',
  tags: ['operations'],
  summary: '业务运行状态查询',
  request: { query: OperatedApplicationQuery },
  responses: {
    200: {
      description: 'what the number means, with workflows and unsent messages; nothing where it means nothing',
      content: { 'application/json': { schema: OperatedApplicationList } },
    },
    ...problemResponses('auth.required', 'auth.forbidden', 'request.invalid'),
  },
});

/** How operators find an application (I43). */
export const operatedApplicationsRoutes = (deps: Deps) =>
  createRoutes().openapi(find, async (c) =>
    c.json({ items: await findApplication(deps, c.var.actor, c.req.valid('query').number) }, 200),
  );
