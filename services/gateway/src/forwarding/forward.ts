import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import { proxy } from 'hono/proxy';
import type { AppEnv } from '@beian/service-kit/create-app.ts';
import { problem } from '@beian/service-kit/problem.ts';
import type { SessionTokens } from '../sessions/session-tokens.ts';
import { upstreamOf, type Upstream } from './routes.table.ts';

export const sessionCookie = 'beian_session';

// What a client says of itself on the way in; only what we say ourselves goes on.
const dropped = ['x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'forwarded', 'x-real-ip'] as const;

/** Hands a request to its service with the actor's token in place of the cookie; bodies are streamed both ways. */
export async function forward(
  c: Context<AppEnv>,
  { urls, sessions, timeoutMs }: { urls: Record<Upstream, string>; sessions: SessionTokens; timeoutMs: number },
): Promise<Response> {
  const { pathname, search } = new URL(c.req.url);
  const upstream = upstreamOf(pathname);
  if (!upstream) throw problem('not-found');
  const sessionId = getCookie(c, sessionCookie);
  const signIn = pathname.startsWith('/auth/');
  if (pathname === '/auth/logout' && sessionId) sessions.forget(sessionId);
  const token = c.var.token || (sessionId ? await sessions.tokenOf(sessionId) : undefined);

  const headers: Record<string, string | undefined> = {
    ...Object.fromEntries(dropped.map((name) => [name, undefined])),
    host: undefined,
    // Only the sign-in itself needs to see cookies.
    ...(signIn ? {} : { cookie: undefined }),
    authorization: token ? `Bearer ${token}` : undefined,
    'x-request-id': c.var.requestId,
  };
  const kept = Object.entries({ ...c.req.header(), ...headers }).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  const response = await proxy(new URL(pathname + search, urls[upstream]), {
    method: c.req.method,
    headers: Object.fromEntries(kept),
    body: c.req.raw.body,
    ...(c.req.raw.body ? { duplex: 'half' } : {}),
    redirect: 'manual',
    signal: AbortSignal.any([c.req.raw.signal, AbortSignal.timeout(timeoutMs)]),
  } as RequestInit).catch((cause: unknown) => {
    throw problem('upstream.unavailable', { params: { service: upstream }, cause });
  });
  if (pathname === '/auth/logout' && sessionId) sessions.forget(sessionId);
  return response;
}
