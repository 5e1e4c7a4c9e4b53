import { createRoute } from '@hono/zod-openapi';
import { Statistics, StatisticsQuery } from '@beian/contracts/statistics.ts';
import { createRoutes, problemResponses } from '@beian/service-kit/create-app.ts';
import type { Deps } from '../deps.ts';
import { readStatistics } from './read-statistics.ts';

const statistics = createRoute({
  method: 'get',
  path: '/api/review/statistics',
  tags: ['review'],
  summary: '统计',
  request: { query: StatisticsQuery },
  responses: {
    200: { description: 'the figures', content: { 'application/json': { schema: Statistics } } },
    ...problemResponses('auth.required', 'auth.forbidden', 'request.invalid', 'not-found', 'upstream.unavailable'),
  },
});

/** The route of the statistics. */
export const statisticsRoutes = (deps: Deps) =>
  createRoutes().openapi(statistics, async (c) => c.json(await readStatistics(deps, c.var, c.req.valid('query')), 200));
