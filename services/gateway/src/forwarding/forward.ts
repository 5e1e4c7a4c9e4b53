import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import { proxy } from 'hono/proxy';
import { refuseMethod, type AppEnv } from '@beian/service-kit/create-app.ts';
import { problem } from '@beian/service-kit/problem.ts';
import type { SessionTokens } from '../sessions/session-tokens.ts';
import { asksForEvents, isEventStream, lastingWhile } from './event-stream.ts';
import { tokenPath, upstreamOf, type Upstream } from './routes.table.ts';

// What a client says of itself on the way in; only what we say ourselves goes on.
const dropped = ['x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'forwarded', 'x-real-ip'] as const;

// Which of them an address takes is its service's to say. TRACE is nobody's: it shows a request to who sent it, and fetch refuses to.
const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];

export type Forwarding = {
  sessionCookie: string;
  urls: Record<Upstream, string>;
  sessions: SessionTokens;
  /** For the whole answer; of a download or a stream of events, for its beginning. */
  timeoutMs: number;
  /** How often a stream of events is asked whether its session is still there. */
  sessionCheckMs: number;
  stopping: AbortSignal;
};

const isDownload = (response: Response): boolean =>
  response.ok && (response.headers.get('content-disposition')?.startsWith('attachment') ?? false);

/** Hands a request to its service with the actor's token in place of the cookie; bodies are streamed both ways. */
export async function forward(c: Context<AppEnv>, forwarding: Forwarding): Promise<Response> {
  const { urls, sessionCookie, sessions, timeoutMs, sessionCheckMs, stopping } = forwarding;
  const { pathname, search } = new URL(c.req.url);
  const upstream = upstreamOf(pathname);
  if (!upstream) throw problem('not-found');
  if (c.req.method === 'TRACE') return refuseMethod(c, methods);
  const program = pathname === tokenPath;
  const sessionId = program ? undefined : getCookie(c, sessionCookie);
  const signIn = pathname.startsWith('/auth/') && !program;
  // Signing in ends the session that the browser had, too.
  const ends = ['/auth/logout', '/auth/callback'].includes(pathname) ? sessionId : undefined;
  if (ends) sessions.forget(ends);
  const endsAll = pathname === '/api/me/sessions' && c.req.method === 'DELETE';
  const watching = asksForEvents(c.req.header('accept'));
  const token = c.var.token || (sessionId ? await sessions.tokenOf(sessionId, watching) : undefined);

  const headers: Record<string, string | undefined> = {
    ...Object.fromEntries(dropped.map((name) => [name, undefined])),
    host: undefined,
    // Only the sign-in itself needs to see cookies.
    ...(signIn ? {} : { cookie: undefined }),
    // A program's credential is for identity to look at.
    authorization: program ? c.req.header('authorization') : token ? `Bearer ${token}` : undefined,
    'x-request-id': c.var.requestId,
  };
  const kept = Object.entries({ ...c.req.header(), ...headers }).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  const patience = new AbortController();
  const timer = setTimeout(
    () => patience.abort(new DOMException('no answer in time', 'TimeoutError')),
    timeoutMs,
  ).unref();
  const response = await proxy(new URL(pathname + search, urls[upstream]), {
    method: c.req.method,
    headers: Object.fromEntries(kept),
    body: c.req.raw.body,
    ...(c.req.raw.body ? { duplex: 'half' } : {}),
    redirect: 'manual',
    signal: AbortSignal.any([c.req.raw.signal, patience.signal]),
  } as RequestInit).catch((cause: unknown) => {
    throw problem('upstream.unavailable', { params: { service: upstream }, cause });
  });
  if (ends) sessions.forget(ends);
  // Whose they are is not known here: all are asked about again.
  if (endsAll) sessions.forgetAll();
  // A download that has begun takes as long as its reader takes.
  if (isDownload(response) || isEventStream(response)) clearTimeout(timer);
  if (!isEventStream(response)) return response;
  const mayGoOn = async () =>
    Boolean(c.var.token) || !sessionId || (await sessions.tokenOf(sessionId, true)) !== undefined;
  return lastingWhile(response, { mayGoOn, everyMs: sessionCheckMs, stopping });
}
