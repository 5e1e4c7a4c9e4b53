import { createRoute, z } from '@hono/zod-openapi';
import { Id } from '@beian/contracts/common.ts';
import { createRoutes, problemResponses } from '@beian/service-kit/create-app.ts';
import type { Deps } from '../deps.ts';
import { DocumentsInUse, documentsInUse } from './documents-in-use.ts';

const inUse = createRoute({
  method: 'post',
  path: '/internal/documents-in-use',
  tags: ['internal'],
  request: { body: { required: true, content: { 'application/json': { schema: DocumentsInUse } } } },
  responses: {
    200: {
      description: 'those that stay',
      content: { 'application/json': { schema: z.object({ ids: z.array(Id) }) } },
    },
    ...problemResponses('auth.required', 'auth.forbidden', 'request.invalid'),
  },
});

/** What documents asks before it removes files. */
export const documentsInUseRoutes = (deps: Deps) =>
  createRoutes().openapi(inUse, async (c) =>
    c.json({ ids: await documentsInUse(deps, c.var.actor, c.req.valid('json')) }, 200),
  );
