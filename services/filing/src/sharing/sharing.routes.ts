import { createRoute, z } from '@hono/zod-openapi';
import { FilingNumber } from '@beian/contracts/common.ts';
import { SharedFiling, SharedFilingList, SharingQuery } from '@beian/contracts/sharing.ts';
import { createRoutes, problemResponses } from '@beian/service-kit/create-app.ts';
import type { Deps } from '../deps.ts';
import { shareFiling, shareFilings } from './share-filings.ts';

const tags = ['sharing'];
const department = ['auth.required', 'auth.forbidden', 'request.invalid'] as const;

const list = createRoute({
  method: 'get',
  path: '/api/sharing/filings',
  tags,
  summary: '数据共享：某单位的备案',
  description: 'for departments with a sharing credential; within its area alone',
  request: { query: SharingQuery },
  responses: {
    200: { description: 'filings of the unit', content: { 'application/json': { schema: SharedFilingList } } },
    ...problemResponses(...department),
  },
});
const show = createRoute({
  method: 'get',
  path: '/api/sharing/filings/{number}',
  tags,
  summary: '数据共享：备案',
  description: 'for departments with a sharing credential; within its area alone',
  request: { params: z.object({ number: FilingNumber }) },
  responses: {
    200: { description: 'the filing', content: { 'application/json': { schema: SharedFiling } } },
    ...problemResponses(...department, 'not-found'),
  },
});

/** Routes of /api/sharing/filings (0045). */
export const sharingRoutes = (deps: Deps) =>
  createRoutes()
    .openapi(list, async (c) => {
      const { actor, requestId } = c.var;
      return c.json(await shareFilings(deps, { actor, requestId }, c.req.valid('query')), 200);
    })
    .openapi(show, async (c) => {
      const { actor, requestId } = c.var;
      return c.json(await shareFiling(deps, { actor, requestId }, c.req.valid('param').number), 200);
    });
