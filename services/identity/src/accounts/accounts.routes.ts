import { createRoute, z } from '@hono/zod-openapi';
import { Me } from '@beian/contracts/accounts.ts';
import { Id } from '@beian/contracts/common.ts';
import { createRoutes, problemResponses } from '@beian/service-kit/create-app.ts';
import type { Deps } from '../deps.ts';
import { accountsOfPerson } from './accounts-of-person.ts';
import { getMe } from './read-accounts.ts';

/** As a sealer writes it. */
const LookupHash = z.string().regex(/^(k\d+\.)?[0-9a-f]{64}$/);
const json = <T extends z.ZodType>(schema: T) => ({ 'application/json': { schema } });

const me = createRoute({
  method: 'get',
  path: '/api/me',
  tags: ['accounts'],
  summary: '当前用户',
  responses: {
    200: { description: 'who is signed in', content: json(Me) },
    ...problemResponses('auth.required', 'auth.forbidden', 'not-found'),
  },
});

// A POST, so that the hash stands in no log of addresses.
const ofPerson = createRoute({
  method: 'post',
  path: '/internal/accounts/of-person',
  tags: ['internal'],
  request: { body: { required: true, content: json(z.strictObject({ personHash: LookupHash })) } },
  responses: {
    200: { description: 'their ids', content: json(z.object({ accountIds: z.array(Id) })) },
    ...problemResponses('auth.required', 'auth.forbidden', 'request.invalid'),
  },
});

/** Routes of /api/me, and what services ask about accounts. */
export const accountsRoutes = (deps: Deps) =>
  createRoutes()
    .openapi(me, async (c) => c.json(await getMe(deps, c.var.actor), 200))
    .openapi(ofPerson, async (c) => {
      const { personHash } = c.req.valid('json');
      return c.json({ accountIds: await accountsOfPerson(deps, c.var.actor, personHash) }, 200);
    });
