import { createRoute, z } from '@hono/zod-openapi';
import {
  ApiCredential,
  ApiCredentialList,
  MadeApiCredential,
  MakeApiCredential,
} from '@beian/contracts/api-credentials.ts';
import { Id, PageQuery } from '@beian/contracts/common.ts';
import { createRoutes, problemResponses } from '@beian/service-kit/create-app.ts';
import { idempotencyKey, idempotencyOf, orFirstAnswer } from '@beian/service-kit/idempotency.ts';
import type { Deps } from '../deps.ts';
import { listApiCredentials } from './list-api-credentials.ts';
import { makeApiCredential } from './make-api-credential.ts';
import { revokeApiCredential } from './revoke-api-credential.ts';

const tags = ['api-credentials'];
const json = <T extends z.ZodType>(schema: T) => ({ 'application/json': { schema } });
const person = ['auth.required', 'auth.forbidden', 'auth.program-not-allowed', 'request.invalid'] as const;

const list = createRoute({
  method: 'get',
  path: '/api/me/api-credentials',
  tags,
  summary: '我的接口凭证',
  request: { query: PageQuery },
  responses: {
    200: { description: 'credentials of the account', content: json(ApiCredentialList) },
    ...problemResponses(...person),
  },
});
const make = createRoute({
  method: 'post',
  path: '/api/me/api-credentials',
  tags,
  summary: '新增接口凭证',
  parameters: [idempotencyKey(true)],
  request: { body: { required: true, content: json(MakeApiCredential) } },
  responses: {
    201: { description: 'in force; the secret is shown once', content: json(MadeApiCredential) },
    ...problemResponses(
      ...person,
      'auth.step-up-required',
      'request.malformed',
      'not-found',
      'idempotency.key-required',
      'idempotency.conflict',
      'api-credential.too-many',
    ),
  },
});
const revoke = createRoute({
  method: 'post',
  path: '/api/me/api-credentials/{id}/revocation',
  tags,
  summary: '撤销接口凭证',
  request: { params: z.object({ id: Id }) },
  responses: {
    200: { description: 'gets no token any more', content: json(ApiCredential) },
    ...problemResponses(...person, 'not-found'),
  },
});

/** Routes of /api/me/api-credentials. */
export const apiCredentialsRoutes = (deps: Deps) =>
  createRoutes()
    .openapi(list, async (c) => c.json(await listApiCredentials(deps, c.var.actor, c.req.valid('query')), 200))
    .openapi(make, async (c) => {
      const by = { actor: c.var.actor, idempotency: await idempotencyOf(c, true) };
      return c.json(await orFirstAnswer(deps, by, () => makeApiCredential(deps, by, c.req.valid('json'))), 201);
    })
    .openapi(revoke, async (c) => c.json(await revokeApiCredential(deps, c.var.actor, c.req.valid('param').id), 200));
