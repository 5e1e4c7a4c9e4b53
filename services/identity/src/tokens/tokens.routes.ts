import { createRoute, z } from '@hono/zod-openapi';
import type { ProblemCode } from '@beian/contracts/problems.ts';
import { problems } from '@beian/contracts/problems.ts';
import { actorTokens } from '@beian/service-kit/actor.ts';
import { createRoutes, ProblemBody, problemResponses } from '@beian/service-kit/create-app.ts';
import { detailsFor, Problem, problem } from '@beian/service-kit/problem.ts';
import type { Deps } from '../deps.ts';
import { grantToken } from './grant-token.ts';
import { readTokenRequest } from './token-request.rules.ts';

/** What RFC 6749, 5.2, calls these problems. */
const oauthErrors: Partial<Record<ProblemCode, string>> = {
  'auth.client-invalid': 'invalid_client',
  'auth.grant-unsupported': 'unsupported_grant_type',
  'auth.scope-invalid': 'invalid_scope',
  'auth.token-request-invalid': 'invalid_request',
};

const TokenRequest = z
  .object({
    grant_type: z.literal('client_credentials'),
    client_id: z.string().optional(),
    client_secret: z.string().optional(),
  })
  .meta({ id: 'TokenRequest' });
const Token = z
  .object({
    access_token: z.string(),
    token_type: z.literal('Bearer'),
    expires_in: z.int().meta({ description: '秒' }),
  })
  .meta({ id: 'Token', description: '访问令牌' });
/** A problem as a client library of OAuth reads it too: that wants `error`, and `application/json`. */
const TokenError = z
  .object({ ...ProblemBody.shape, error: z.string().meta({ description: 'RFC 6749, 5.2' }) })
  .meta({ id: 'TokenError' });

const refused = problemResponses('auth.grant-unsupported', 'auth.scope-invalid', 'auth.token-request-invalid');
const unknown = problemResponses('auth.client-invalid');
const alsoJson = <T extends object>(content: T) => ({ ...content, 'application/json': { schema: TokenError } });

const token = createRoute({
  method: 'post',
  path: '/auth/token',
  tags: ['sign-in'],
  summary: '程序登录（OAuth 2.0 client_credentials）',
  description: 'client_id and client_secret by HTTP Basic or in the body; cookies are not looked at',
  // Described, not parsed by it: what is wrong here is said in the words of RFC 6749.
  requestBody: {
    required: true,
    content: { 'application/x-www-form-urlencoded': { schema: { $ref: '#/components/schemas/TokenRequest' } } },
  },
  responses: {
    200: { description: 'a token of five minutes', content: { 'application/json': { schema: Token } } },
    400: { ...refused[400], content: alsoJson(refused[400].content) },
    401: {
      ...unknown[401],
      headers: { 'WWW-Authenticate': { description: 'Basic', schema: { type: 'string' } } },
      content: alsoJson(unknown[401].content),
    },
  },
});

/** POST /auth/token: programs sign in with their API credential (RFC 6749, 4.4). */
export function tokensRoutes(deps: Deps) {
  const routes = createRoutes();
  routes.openAPIRegistry.register('TokenRequest', TokenRequest);
  routes.onError((error, c) => {
    const name = error instanceof Problem ? oauthErrors[error.code] : undefined;
    if (!(error instanceof Problem) || name === undefined) throw error;
    const { status } = problems[error.code];
    if (status === 401) c.header('www-authenticate', 'Basic realm="beian", charset="UTF-8"');
    c.header('cache-control', 'no-store');
    return c.json({ ...detailsFor(c, error), error: name }, status);
  });
  return routes.openapi(token, async (c) => {
    const { authorization, 'content-type': contentType } = c.req.header();
    const asked = readTokenRequest({ authorization, contentType, body: await c.req.text() });
    if (typeof asked === 'string') throw problem(asked);
    const granted = await grantToken(deps, asked);
    // The log's line of this request says who has come in.
    c.set('actor', granted.actor);
    c.header('cache-control', 'no-store');
    const expires = actorTokens.minutes * 60;
    return c.json({ access_token: granted.token, token_type: 'Bearer' as const, expires_in: expires }, 200);
  });
}
