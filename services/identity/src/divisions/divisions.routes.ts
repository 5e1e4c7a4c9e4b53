import { createRoute, z } from '@hono/zod-openapi';
import { DivisionList, DivisionNames } from '@beian/contracts/accounts.ts';
import { createRoutes, problemResponses } from '@beian/service-kit/create-app.ts';
import type { Deps } from '../deps.ts';
import { namesOf } from '../jurisdictions/jurisdiction-of.ts';
import { listDivisions } from './read-divisions.ts';

const divisions = createRoute({
  method: 'get',
  path: '/api/divisions',
  tags: ['divisions'],
  summary: '行政区划',
  request: {
    query: z.object({
      parent: z
        .string()
        .regex(/^\d{2,9}$/, { error: 'division.format' })
        .optional(),
    }),
  },
  responses: {
    200: { description: 'the divisions below', content: { 'application/json': { schema: DivisionList } } },
    ...problemResponses('request.invalid'),
  },
});

const names = createRoute({
  method: 'get',
  path: '/internal/divisions/names',
  tags: ['internal'],
  request: {
    query: z.object({
      codes: z.string().regex(/^\d{2,9}(,\d{2,9}){0,199}$/, { error: 'division.format' }),
    }),
  },
  responses: {
    200: { description: 'in words', content: { 'application/json': { schema: DivisionNames } } },
    ...problemResponses('request.invalid'),
  },
});

/** The routes of divisions, which are public knowledge. */
export const divisionsRoutes = (deps: Deps) =>
  createRoutes()
    .openapi(divisions, async (c) => {
      c.header('cache-control', 'public, max-age=3600');
      return c.json({ items: await listDivisions(deps, c.req.valid('query').parent) }, 200);
    })
    .openapi(names, async (c) =>
      c.json(Object.fromEntries(await namesOf(deps.orm.em.fork(), c.req.valid('query').codes.split(','))), 200),
    );
