import { createRoute } from '@hono/zod-openapi';
import { ReviewBoard } from '@beian/contracts/board.ts';
import { createRoutes, problemResponses } from '@beian/service-kit/create-app.ts';
import type { Deps } from '../deps.ts';
import { readBoard } from './read-board.ts';

const board = createRoute({
  method: 'get',
  path: '/api/review/board',
  tags: ['review'],
  summary: '督办台',
  responses: {
    200: { description: 'what a lead looks at first', content: { 'application/json': { schema: ReviewBoard } } },
    ...problemResponses('auth.required', 'auth.forbidden', 'upstream.unavailable'),
  },
});

/** The route of the supervisors' board. */
export const boardRoutes = (deps: Deps) =>
  createRoutes().openapi(board, async (c) => c.json(await readBoard(deps, c.var), 200));
