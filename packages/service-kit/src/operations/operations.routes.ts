import { createRoute } from '@hono/zod-openapi';
import { serviceStatePath, ServiceState, type OperatedService } from '@beian/contracts/operations.ts';
import { createRoutes, problemResponses } from '../create-app.ts';
import { readServiceState, type ServiceStateDeps } from './read-service-state.ts';

/** What every service with a database answers to operators (I43), each under its own name. */
export function operationsRoutes(deps: ServiceStateDeps) {
  const state = createRoute({
    method: 'get',
    path: serviceStatePath(deps.service as OperatedService),
    tags: ['operations'],
    summary: '服务状态',
    responses: {
      200: {
        description: 'readiness, unsent messages, parked events',
        content: { 'application/json': { schema: ServiceState } },
      },
      ...problemResponses('auth.required', 'auth.forbidden'),
    },
  });
  return createRoutes().openapi(state, async (c) => c.json(await readServiceState(deps, c.var.actor), 200));
}
