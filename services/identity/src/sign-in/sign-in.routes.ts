import { createRoute, z } from '@hono/zod-openapi';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { requireService } from '@beian/service-kit/actor.ts';
import { createRoutes, problemResponses } from '@beian/service-kit/create-app.ts';
import { attemptCookieOf, sessionCookieOf } from '@beian/service-kit/session-cookie.ts';
import { Problem } from '@beian/service-kit/problem.ts';
import type { Deps } from '../deps.ts';
import { endAllSessions, endSession } from '../sessions/end-sessions.ts';
import { resolveSession } from '../sessions/resolve-session.ts';
import { beginSignIn, safeReturnTo } from './begin-sign-in.ts';
import { completeSignIn } from './complete-sign-in.ts';
import { SignInAs } from './person-claims.ts';

const tags = ['sign-in'];
const login = createRoute({
  method: 'get',
  path: '/auth/login',
  tags,
  summary: '登录',
  request: { query: z.object({ as: SignInAs.default('personal'), returnTo: z.string().max(501).optional() }) },
  responses: {
    302: { description: 'to the sign-in' },
    ...problemResponses('request.invalid', 'upstream.unavailable'),
  },
});
const callback = createRoute({
  method: 'get',
  path: '/auth/callback',
  tags,
  summary: '登录返回',
  responses: { 302: { description: 'signed in, or back with ?problem=auth.sign-in-failed' } },
});
const logout = createRoute({
  method: 'post',
  path: '/auth/logout',
  tags,
  summary: '退出登录',
  responses: { 204: { description: 'signed out' } },
});
const logoutEverywhere = createRoute({
  method: 'delete',
  path: '/api/me/sessions',
  tags,
  summary: '退出所有设备',
  responses: {
    204: { description: 'signed out' },
    ...problemResponses('auth.required', 'auth.forbidden', 'auth.program-not-allowed'),
  },
});
/** `watching`: nobody does anything, a page only stays open. It does not keep the session from its end. */
const ResolveSession = z.strictObject({
  sessionId: z.string().min(1).max(200),
  watching: z.boolean().default(false),
});
const resolve = createRoute({
  method: 'post',
  path: '/internal/sessions/resolve',
  tags: ['internal'],
  request: {
    body: {
      required: true,
      content: { 'application/json': { schema: ResolveSession } },
    },
  },
  responses: {
    200: {
      description: 'an actor token',
      content: { 'application/json': { schema: z.object({ token: z.string(), expiresAt: z.iso.datetime() }) } },
    },
    ...problemResponses('auth.required', 'auth.forbidden', 'not-found', 'request.invalid'),
  },
});

/** Routes of signing in and out. */
export function signInRoutes(deps: Deps) {
  const sessionCookie = sessionCookieOf(deps.publicBaseUrl);
  const attemptCookie = attemptCookieOf(deps.publicBaseUrl);
  const cookie = {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: deps.publicBaseUrl.startsWith('https:'),
  } as const;
  return createRoutes()
    .openapi(login, async (c) => {
      const { as, returnTo } = c.req.valid('query');
      const { url, browser } = await beginSignIn(deps, { as, returnTo: safeReturnTo(returnTo, as) });
      setCookie(c, attemptCookie, browser, { ...cookie, path: '/auth', maxAge: 600 });
      return c.redirect(url.toString(), 302);
    })
    .openapi(callback, async (c) => {
      const given = new URL(`${deps.publicBaseUrl}/auth/callback${new URL(c.req.url).search}`);
      const browser = getCookie(c, attemptCookie) ?? '';
      deleteCookie(c, attemptCookie, { ...cookie, path: '/auth' });
      try {
        const before = getCookie(c, sessionCookie);
        const { session, returnTo } = await completeSignIn(deps, { callback: given, browser, before });
        setCookie(c, sessionCookie, session, { ...cookie, maxAge: 12 * 3600 });
        return c.redirect(returnTo, 302);
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        // A person looks at this, not a program: back to the page, which says what happened.
        c.var.log.warn({ code: error.code }, 'sign-in failed');
        return c.redirect(`/?problem=${error.code}`, 302);
      }
    })
    .openapi(logout, async (c) => {
      const session = getCookie(c, sessionCookie);
      if (session) await endSession(deps, c.var.actor, session);
      deleteCookie(c, sessionCookie, cookie);
      return c.body(null, 204);
    })
    .openapi(logoutEverywhere, async (c) => {
      await endAllSessions(deps, c.var.actor);
      deleteCookie(c, sessionCookie, cookie);
      return c.body(null, 204);
    })
    .openapi(resolve, async (c) => {
      requireService(c.var.actor);
      return c.json(await resolveSession(deps, c.req.valid('json')), 200);
    })
    .get('/.well-known/jwks.json', (c) => c.json(deps.jwks));
}
