import { createRoute, z } from '@hono/zod-openapi';
import { Id, PageQuery } from '@beian/contracts/common.ts';
import {
  MadeSharingCredential,
  MakeSharingCredential,
  SharingCredential,
  SharingCredentialList,
} from '@beian/contracts/sharing.ts';
import { createRoutes, problemResponses } from '@beian/service-kit/create-app.ts';
import { idempotencyKey, idempotencyOf } from '@beian/service-kit/idempotency.ts';
import type { Deps } from '../deps.ts';
import { listSharingCredentials } from './list-sharing-credentials.ts';
import { makeSharingCredential } from './make-sharing-credential.ts';
import { revokeSharingCredential } from './revoke-sharing-credential.ts';

const tags = ['sharing'];
const json = <T extends z.ZodType>(schema: T) => ({ 'application/json': { schema } });
const operator = ['auth.required', 'auth.forbidden', 'request.invalid'] as const;

const list = createRoute({
  method: 'get',
  path: '/api/sharing/credentials',
  tags,
  summary: '共享凭证',
  request: { query: PageQuery },
  responses: {
    200: { description: 'credentials of departments', content: json(SharingCredentialList) },
    ...problemResponses(...operator),
  },
});
const make = createRoute({
  method: 'post',
  path: '/api/sharing/credentials',
  tags,
  summary: '新增共享凭证',
  parameters: [idempotencyKey(true)],
  request: { body: { required: true, content: json(MakeSharingCredential) } },
  responses: {
    201: { description: 'in force; the secret is shown once', content: json(MadeSharingCredential) },
    ...problemResponses(...operator, 'request.malformed', 'idempotency.key-required', 'idempotency.conflict'),
  },
});
const revoke = createRoute({
  method: 'post',
  path: '/api/sharing/credentials/{id}/revocation',
  tags,
  summary: '撤销共享凭证',
  request: { params: z.object({ id: Id }) },
  responses: {
    200: { description: 'gets no token any more', content: json(SharingCredential) },
    ...problemResponses(...operator, 'not-found'),
  },
});

/** Routes of /api/sharing/credentials, for operators. */
export const sharingCredentialsRoutes = (deps: Deps) =>
  createRoutes()
    .openapi(list, async (c) => c.json(await listSharingCredentials(deps, c.var.actor, c.req.valid('query')), 200))
    .openapi(make, async (c) => {
      const by = { actor: c.var.actor, idempotency: await idempotencyOf(c, true) };
      return c.json(await makeSharingCredential(deps, by, c.req.valid('json')), 201);
    })
    .openapi(revoke, async (c) =>
      c.json(await revokeSharingCredential(deps, c.var.actor, c.req.valid('param').id), 200),
    );
