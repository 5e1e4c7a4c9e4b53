import { createRoute } from '@hono/zod-openapi';
import { FaqQuery, PublicFaqList } from '@beian/contracts/content.ts';
import { createRoutes, problemResponses } from '@beian/service-kit/create-app.ts';
import type { Deps } from '../deps.ts';
import { findAnswers } from './find-answers.ts';

const find = createRoute({
  method: 'get',
  path: '/api/public/faq',
  tags: ['public'],
  summary: '常见问题',
  request: { query: FaqQuery },
  responses: {
    200: { description: 'published answers', content: { 'application/json': { schema: PublicFaqList } } },
    ...problemResponses('request.invalid'),
  },
});

/** 常见问题 (M135, M136), readable without sign-in. */
export const faqRoutes = (deps: Deps) =>
  createRoutes().openapi(find, async (c) => {
    c.header('cache-control', 'no-cache');
    return c.json(await findAnswers(deps, c.req.valid('query')), 200);
  });
