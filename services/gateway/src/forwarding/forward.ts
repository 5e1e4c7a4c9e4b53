import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import { proxy } from 'hono/proxy';
import { refuseMethod, type AppEnv } from '@beian/service-kit/create-app.ts';
import { problem } from '@beian/service-kit/problem.ts';
import type { SessionTokens } from '../sessions/session-tokens.ts';
import { asksForEvents, isEventStream, lastingWhile } from './event-stream.ts';
import { tokenPath, upstreamOf, type Upstream } from './routes.table.ts';

// What a client says of itself on the way in; only what we say ourselves goes on.
const ofTheClient = [
  'host',
  'authorization',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'forwarded',
  'x-real-ip',
];
// What is said of the connection to us is done with here (RFC 9110, 7.6.1 and 10.1.1). fetch refuses some of it: the service would seem away.
const ofTheConnection = [
  ...['connection', 'expect', 'keep-alive', 'proxy-authorization', 'proxy-connection'],
  ...['te', 'trailer', 'transfer-encoding', 'upgrade'],
];
/** A client may count other headers among them, by name. */
const namedIn = (connection = ''): string[] => connection.split(',').map((name) => name.trim().toLowerCase());

// Which of them an address takes is its service's to say. TRACE is nobody's: it shows a request to who sent it, and fetch refuses to.
const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** As nginx calls it in its log; no client ever sees it. */
const clientClosedRequest = 499;

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

  const given = c.req.header();
  const dropped = new Set([...ofTheClient, ...ofTheConnection, ...namedIn(given['connection'])]);
  // Only the sign-in itself needs to see cookies.
  if (!signIn) dropped.add('cookie');
  // A program's credential is for identity to look at.
  const authorization = program ? given['authorization'] : token && `Bearer ${token}`;
  const headers = {
    ...Object.fromEntries(Object.entries(given).filter(([name]) => !dropped.has(name))),
    ...(authorization ? { authorization } : {}),
    'x-request-id': c.var.requestId,
  };
  const patience = new AbortController();
  const timer = setTimeout(
    () => patience.abort(new DOMException('no answer in time', 'TimeoutError')),
    timeoutMs,
  ).unref();
  const response = await proxy(new URL(pathname + search, urls[upstream]), {
    method: c.req.method,
    headers,
    body: c.req.raw.body,
    ...(c.req.raw.body ? { duplex: 'half' } : {}),
    redirect: 'manual',
    signal: AbortSignal.any([c.req.raw.signal, patience.signal]),
  } as RequestInit).catch((cause: unknown) => {
    // Who asked has left: nobody reads this, and it is no failure of the service.
    if (c.req.raw.signal.aborted) return new Response(null, { status: clientClosedRequest });
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
