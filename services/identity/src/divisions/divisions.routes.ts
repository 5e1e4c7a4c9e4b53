import { createRoute, z } from '@hono/zod-openapi';
import { DivisionList, Jurisdiction, Organ, OrganList } from '@beian/contracts/accounts.ts';
import { CountyCode, StreetCode, text } from '@beian/contracts/common.ts';
import { createRoutes, problemResponses } from '@beian/service-kit/create-app.ts';
import { problem } from '@beian/service-kit/problem.ts';
import type { Deps } from '../deps.ts';
import { getOrgan, jurisdictionOf, listDivisions, listOrgans } from './read-divisions.ts';

const json = <T extends z.ZodType>(schema: T) => ({ 'application/json': { schema } });
const Code = z.string().regex(/^\d{2,9}$/, { error: 'division.format' });
const organCode = z.object({ code: z.string().regex(/^\d{6}$/, { error: 'format.wrong' }) });

const divisions = createRoute({
  method: 'get',
  path: '/api/divisions',
  tags: ['divisions'],
  summary: '行政区划',
  request: { query: z.object({ parent: Code.optional() }) },
  responses: {
    200: { description: 'the divisions below', content: json(DivisionList) },
    ...problemResponses('request.invalid'),
  },
});
const organs = createRoute({
  method: 'get',
  path: '/api/organs',
  tags: ['organs'],
  summary: '公安机关',
  request: { query: z.object({ division: Code.optional(), q: text(50).optional() }) },
  responses: {
    200: { description: 'organs', content: json(OrganList) },
    ...problemResponses('request.invalid'),
  },
});
const organResponses = {
  200: { description: 'the organ', content: json(Organ) },
  ...problemResponses('request.invalid', 'not-found'),
};
const organ = createRoute({
  method: 'get',
  path: '/api/organs/{code}',
  tags: ['organs'],
  summary: '公安机关',
  request: { params: organCode },
  responses: organResponses,
});
const internalOrgan = createRoute({
  method: 'get',
  path: '/internal/organs/{code}',
  tags: ['internal'],
  request: { params: organCode },
  responses: organResponses,
});
const jurisdiction = createRoute({
  method: 'get',
  path: '/internal/jurisdictions',
  tags: ['internal'],
  request: { query: z.object({ county: CountyCode, street: StreetCode.optional() }) },
  responses: {
    200: { description: 'organ and address in words', content: json(Jurisdiction) },
    ...problemResponses('auth.required', 'request.invalid'),
  },
});

/** Routes of divisions and organs. Both are public knowledge; what filing asks needs a token. */
export const divisionsRoutes = (deps: Deps) =>
  createRoutes()
    .openapi(divisions, async (c) => {
      c.header('cache-control', 'public, max-age=3600');
      return c.json({ items: await listDivisions(deps, c.req.valid('query').parent) }, 200);
    })
    .openapi(organs, async (c) => c.json({ items: await listOrgans(deps, c.req.valid('query')) }, 200))
    .openapi(organ, async (c) => c.json(await getOrgan(deps, c.req.valid('param').code), 200))
    .openapi(internalOrgan, async (c) => c.json(await getOrgan(deps, c.req.valid('param').code), 200))
    .openapi(jurisdiction, async (c) => {
      if (c.var.actor.kind === 'nobody') throw problem('auth.required');
      return c.json(await jurisdictionOf(deps, c.req.valid('query')), 200);
    });
