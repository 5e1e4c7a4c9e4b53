import { createRoute, z } from '@hono/zod-openapi';
import { Organ, OrganList } from '@beian/contracts/accounts.ts';
import { OrganCode, text } from '@beian/contracts/common.ts';
import { AddOrgan, ChangeOrgan } from '@beian/contracts/organs.ts';
import { createRoutes, problemResponses } from '@beian/service-kit/create-app.ts';
import { idempotencyKey, idempotencyOf } from '@beian/service-kit/idempotency.ts';
import type { Deps } from '../deps.ts';
import { addOrgan } from './add-organ.ts';
import { changeOrgan } from './change-organ.ts';
import { getOrgan, listOrgans, listSubordinates, listSuperiors } from './read-organs.ts';

const tags = ['organs'];
const json = <T extends z.ZodType>(schema: T) => ({ 'application/json': { schema } });
const body = <T extends z.ZodType>(schema: T) => ({ required: true, content: json(schema) });
const params = z.object({ code: OrganCode });
const organ = { description: 'the organ', content: json(Organ) };
const found = { 200: organ, ...problemResponses('request.invalid', 'not-found') };
const operator = ['auth.required', 'auth.forbidden', 'request.invalid', 'request.malformed'] as const;

const list = createRoute({
  method: 'get',
  path: '/api/organs',
  tags,
  summary: '公安机关',
  request: {
    query: z.object({
      division: z
        .string()
        .regex(/^\d{2,9}$/, { error: 'division.format' })
        .optional(),
      q: text(50).optional(),
      closed: z.enum(['true', 'false']).optional(),
    }),
  },
  responses: { 200: { description: 'organs', content: json(OrganList) }, ...problemResponses('request.invalid') },
});
const add = createRoute({
  method: 'post',
  path: '/api/organs',
  tags,
  summary: '新增公安机关',
  parameters: [idempotencyKey()],
  request: { body: body(AddOrgan) },
  responses: { 201: organ, ...problemResponses(...operator, 'idempotency.conflict') },
});
const show = createRoute({
  method: 'get',
  path: '/api/organs/{code}',
  tags,
  summary: '公安机关',
  request: { params },
  responses: found,
});
const change = createRoute({
  method: 'patch',
  path: '/api/organs/{code}',
  tags,
  summary: '变更公安机关',
  request: { params, body: body(ChangeOrgan) },
  responses: { 200: organ, ...problemResponses(...operator, 'not-found', 'organ.closed') },
});
const internal = createRoute({
  method: 'get',
  path: '/internal/organs/{code}',
  tags: ['internal'],
  request: { params },
  responses: found,
});
const superiors = createRoute({
  method: 'get',
  path: '/internal/organs/{code}/superiors',
  tags: ['internal'],
  request: { params },
  responses: {
    200: { description: 'those above it, nearest first', content: json(OrganList) },
    ...problemResponses('request.invalid', 'not-found'),
  },
});
const subordinates = createRoute({
  method: 'get',
  path: '/internal/organs/{code}/subordinates',
  tags: ['internal'],
  request: { params },
  responses: {
    200: { description: 'it and all below it, by code', content: json(OrganList) },
    ...problemResponses('request.invalid', 'not-found'),
  },
});

/** Routes of the organ directory. It is public knowledge; operators keep it. */
export const organsRoutes = (deps: Deps) =>
  createRoutes()
    .openapi(list, async (c) => {
      const { closed, ...filter } = c.req.valid('query');
      return c.json({ items: await listOrgans(deps, { ...filter, closed: closed === 'true' }) }, 200);
    })
    .openapi(add, async (c) => {
      const by = { actor: c.var.actor, idempotency: await idempotencyOf(c) };
      return c.json(await addOrgan(deps, by, c.req.valid('json')), 201);
    })
    .openapi(show, async (c) => c.json(await getOrgan(deps, c.req.valid('param').code), 200))
    .openapi(change, async (c) =>
      c.json(await changeOrgan(deps, c.var.actor, c.req.valid('param').code, c.req.valid('json')), 200),
    )
    .openapi(internal, async (c) => c.json(await getOrgan(deps, c.req.valid('param').code), 200))
    .openapi(subordinates, async (c) => c.json({ items: await listSubordinates(deps, c.req.valid('param').code) }, 200))
    .openapi(superiors, async (c) => c.json({ items: await listSuperiors(deps, c.req.valid('param').code) }, 200));
