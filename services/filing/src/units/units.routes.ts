import { createRoute, z } from '@hono/zod-openapi';
import { Id, listOf, Uscc } from '@beian/contracts/common.ts';
import { RegisteredUnit } from '@beian/contracts/unit-register.ts';
import { Unit, UnitInput } from '@beian/contracts/units.ts';
import { createRoutes, problemResponses } from '@beian/service-kit/create-app.ts';
import { idempotencyKey, idempotencyOf } from '@beian/service-kit/idempotency.ts';
import type { Deps } from '../deps.ts';
import { createUnit } from './create-unit.ts';
import { getUnit, listUnits } from './list-units.ts';
import { showRegisteredUnit } from './unit-register.ts';

const tags = ['units'];
const list = createRoute({
  method: 'get',
  path: '/api/units',
  tags,
  summary: '本账号的单位',
  responses: {
    200: { description: "the account's units", content: { 'application/json': { schema: listOf(Unit) } } },
    ...problemResponses('auth.required', 'auth.forbidden'),
  },
});
const create = createRoute({
  method: 'post',
  path: '/api/units',
  tags,
  summary: '使用新单位登记',
  parameters: [idempotencyKey()],
  request: { body: { required: true, content: { 'application/json': { schema: UnitInput } } } },
  responses: {
    201: { description: 'created', content: { 'application/json': { schema: Unit } } },
    ...problemResponses(
      'auth.required',
      'auth.forbidden',
      'request.malformed',
      'request.invalid',
      'unit.exists',
      'idempotency.conflict',
      'upstream.unavailable',
    ),
  },
});
const show = createRoute({
  method: 'get',
  path: '/api/units/{id}',
  tags,
  summary: '单位详情',
  request: { params: z.object({ id: Id }) },
  responses: {
    200: { description: 'the unit', content: { 'application/json': { schema: Unit } } },
    ...problemResponses('auth.required', 'auth.forbidden', 'not-found', 'request.invalid'),
  },
});

const registered = createRoute({
  method: 'get',
  path: '/api/review/units/{uscc}',
  tags: ['review'],
  summary: '单位登记',
  request: { params: z.object({ uscc: Uscc }) },
  responses: {
    200: { description: 'names and filings', content: { 'application/json': { schema: RegisteredUnit } } },
    ...problemResponses('auth.required', 'auth.forbidden', 'not-found', 'request.invalid'),
  },
});

/** Routes of /api/units, and the unit register for reviewing staff. */
export const unitsRoutes = (deps: Deps) =>
  createRoutes()
    .openapi(list, async (c) => c.json({ items: await listUnits(deps, c.var.actor) }, 200))
    .openapi(create, async (c) => {
      const { actor, token } = c.var;
      return c.json(
        await createUnit(deps, { actor, token, idempotency: await idempotencyOf(c) }, c.req.valid('json')),
        201,
      );
    })
    .openapi(show, async (c) => c.json(await getUnit(deps, c.var.actor, c.req.valid('param').id), 200))
    .openapi(registered, async (c) =>
      c.json(await showRegisteredUnit(deps, c.var.actor, c.req.valid('param').uscc), 200),
    );
