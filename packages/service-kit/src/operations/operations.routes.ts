import { createRoute } from '@hono/zod-openapi';
import { serviceStatePath, ServiceState, type OperatedService } from '@beian/contracts/operations.ts';
import { createRoutes, problemResponses } from '../create-app.ts';
import { deadLettersRoutes } from '../dead-letters/dead-letters.routes.ts';
import type { ReplayDeps } from '../dead-letters/replay-dead-letter.ts';
import { readServiceState, type ServiceStateDeps } from './read-service-state.ts';

/** What every service with a database answers to operators (I43), each under its own name: its state and its dead letters. */
export function operationsRoutes(deps: ServiceStateDeps & ReplayDeps) {
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
  return createRoutes()
    .openapi(state, async (c) => c.json(await readServiceState(deps, c.var.actor), 200))
    .route('/', deadLettersRoutes(deps));
}
