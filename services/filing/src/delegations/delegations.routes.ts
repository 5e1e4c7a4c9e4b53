import { createRoute, z } from '@hono/zod-openapi';
import { Id, PageQuery } from '@beian/contracts/common.ts';
import { Delegation, DelegationList, GrantDelegation, IncomingDelegationList } from '@beian/contracts/delegations.ts';
import { createRoutes, problemResponses } from '@beian/service-kit/create-app.ts';
import { idempotencyKey, idempotencyOf, orFirstAnswer } from '@beian/service-kit/idempotency.ts';
import type { Deps } from '../deps.ts';
import { grantDelegation } from './grant-delegation.ts';
import { getDelegation, listDelegations, listIncomingDelegations } from './list-delegations.ts';
import { revokeDelegation } from './revoke-delegation.ts';

const tags = ['delegations'];
const json = <T extends z.ZodType>(schema: T) => ({ 'application/json': { schema } });
const filer = ['auth.required', 'auth.forbidden', 'request.invalid'] as const;

const list = createRoute({
  method: 'get',
  path: '/api/delegations',
  tags,
  summary: '我的授权',
  request: { query: PageQuery },
  responses: {
    200: { description: 'delegations that the account granted', content: json(DelegationList) },
    ...problemResponses(...filer),
  },
});
const grant = createRoute({
  method: 'post',
  path: '/api/delegations',
  tags,
  summary: '新增授权',
  parameters: [idempotencyKey(true)],
  request: { body: { required: true, content: json(GrantDelegation) } },
  responses: {
    201: { description: 'in force from its first day', content: json(Delegation) },
    ...problemResponses(
      ...filer,
      'auth.step-up-required',
      'auth.program-not-allowed',
      'request.malformed',
      'idempotency.key-required',
      'idempotency.conflict',
      'delegation.overlaps',
      'upstream.unavailable',
    ),
  },
});
const revoke = createRoute({
  method: 'post',
  path: '/api/delegations/{id}/revocation',
  tags,
  summary: '撤销授权',
  request: { params: z.object({ id: Id }) },
  responses: {
    200: { description: 'gives nothing any more', content: json(Delegation) },
    ...problemResponses(...filer, 'not-found'),
  },
});
const incoming = createRoute({
  method: 'get',
  path: '/api/delegations/incoming',
  tags,
  summary: '授予我的权限',
  request: { query: PageQuery },
  responses: {
    200: { description: 'delegations to this person', content: json(IncomingDelegationList) },
    ...problemResponses(...filer),
  },
});

/** Routes of /api/delegations. */
export const delegationsRoutes = (deps: Deps) =>
  createRoutes()
    .openapi(list, async (c) => c.json(await listDelegations(deps, c.var.actor, c.req.valid('query')), 200))
    .openapi(grant, async (c) => {
      const by = { actor: c.var.actor, token: c.var.token, idempotency: await idempotencyOf(c, true) };
      const { id } = await orFirstAnswer(deps, by, () => grantDelegation(deps, by, c.req.valid('json')));
      return c.json(await getDelegation(deps, c.var.actor, id), 201);
    })
    .openapi(revoke, async (c) => c.json(await revokeDelegation(deps, c.var.actor, c.req.valid('param').id), 200))
    .openapi(incoming, async (c) =>
      c.json(await listIncomingDelegations(deps, c.var.actor, c.req.valid('query')), 200),
    );
