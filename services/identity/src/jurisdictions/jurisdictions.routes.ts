import { createRoute, z } from '@hono/zod-openapi';
import { Jurisdiction } from '@beian/contracts/accounts.ts';
import { CountyCode, Id, StreetCode } from '@beian/contracts/common.ts';
import { AddJurisdiction, JurisdictionQuery, JurisdictionRule, JurisdictionRuleList } from '@beian/contracts/organs.ts';
import { createRoutes, problemResponses } from '@beian/service-kit/create-app.ts';
import { idempotencyKey, idempotencyOf } from '@beian/service-kit/idempotency.ts';
import { problem } from '@beian/service-kit/problem.ts';
import type { Deps } from '../deps.ts';
import { addJurisdiction } from './add-jurisdiction.ts';
import { dropJurisdiction } from './drop-jurisdiction.ts';
import { jurisdictionOf } from './jurisdiction-of.ts';
import { listJurisdictions } from './list-jurisdictions.ts';

const tags = ['jurisdictions'];
const json = <T extends z.ZodType>(schema: T) => ({ 'application/json': { schema } });
const staff = ['auth.required', 'auth.forbidden', 'request.invalid'] as const;

const list = createRoute({
  method: 'get',
  path: '/api/jurisdictions',
  tags,
  summary: '管辖规则',
  request: { query: JurisdictionQuery },
  responses: { 200: { description: 'rules', content: json(JurisdictionRuleList) }, ...problemResponses(...staff) },
});
const add = createRoute({
  method: 'post',
  path: '/api/jurisdictions',
  tags,
  summary: '新增管辖规则',
  parameters: [idempotencyKey()],
  request: { body: { required: true, content: json(AddJurisdiction) } },
  responses: {
    201: { description: 'the rule', content: json(JurisdictionRule) },
    ...problemResponses(...staff, 'request.malformed', 'jurisdiction.overlap', 'idempotency.conflict'),
  },
});
const drop = createRoute({
  method: 'delete',
  path: '/api/jurisdictions/{id}',
  tags,
  summary: '删除尚未生效的管辖规则',
  request: { params: z.object({ id: Id }) },
  responses: {
    204: { description: 'dropped' },
    ...problemResponses(...staff, 'not-found', 'jurisdiction.in-force'),
  },
});
const internal = createRoute({
  method: 'get',
  path: '/internal/jurisdictions',
  tags: ['internal'],
  request: { query: z.object({ county: CountyCode, street: StreetCode.optional() }) },
  responses: {
    200: { description: 'organ and address in words', content: json(Jurisdiction) },
    ...problemResponses('auth.required', 'request.invalid'),
  },
});

/** Routes of jurisdictions: the rules for staff, and what filing asks of an address. */
export const jurisdictionsRoutes = (deps: Deps) =>
  createRoutes()
    .openapi(list, async (c) => c.json(await listJurisdictions(deps, c.var.actor, c.req.valid('query')), 200))
    .openapi(add, async (c) => {
      const by = { actor: c.var.actor, idempotency: await idempotencyOf(c) };
      return c.json(await addJurisdiction(deps, by, c.req.valid('json')), 201);
    })
    .openapi(drop, async (c) => {
      await dropJurisdiction(deps, c.var.actor, c.req.valid('param').id);
      return c.body(null, 204);
    })
    .openapi(internal, async (c) => {
      if (c.var.actor.kind === 'nobody') throw problem('auth.required');
      return c.json(await jurisdictionOf(deps, c.req.valid('query')), 200);
    });
