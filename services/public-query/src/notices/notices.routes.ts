import { createRoute, z } from '@hono/zod-openapi';
import { Id, PageQuery } from '@beian/contracts/common.ts';
import { PublicNoticeList, PublicNoticeText } from '@beian/contracts/content.ts';
import { createRoutes, problemResponses } from '@beian/service-kit/create-app.ts';
import type { Deps } from '../deps.ts';
import { showNotice, showNotices } from './show-notices.ts';

const tags = ['public'];
const list = createRoute({
  method: 'get',
  path: '/api/public/notices',
  tags,
  summary: '公告列表',
  request: { query: PageQuery },
  responses: {
    200: { description: 'notices of today', content: { 'application/json': { schema: PublicNoticeList } } },
    ...problemResponses('request.invalid'),
  },
});
const show = createRoute({
  method: 'get',
  path: '/api/public/notices/{id}',
  tags,
  summary: '公告',
  request: { params: z.object({ id: Id }) },
  responses: {
    200: { description: 'the notice', content: { 'application/json': { schema: PublicNoticeText } } },
    ...problemResponses('request.invalid', 'not-found'),
  },
});

/** 公告 (I33), readable without sign-in. */
export const noticesRoutes = (deps: Deps) =>
  createRoutes()
    .openapi(list, async (c) => {
      c.header('cache-control', 'no-cache');
      return c.json(await showNotices(deps, c.req.valid('query')), 200);
    })
    .openapi(show, async (c) => {
      c.header('cache-control', 'no-cache');
      return c.json(await showNotice(deps, c.req.valid('param').id), 200);
    });
