import type { MiddlewareHandler } from 'hono';
import { problem } from '@beian/service-kit/problem.ts';
import { tokenPath } from '../forwarding/routes.table.ts';

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);
/** A header that a page of another site can only send after asking us (a CORS preflight), which nobody here answers. */
export const ownHeader = 'x-requested-with';

export type Origins = {
  site: string | undefined;
  origin: string | undefined;
  requestedWith: string | undefined;
  cookie: boolean;
};

/**
 * Whether a request that changes something comes from our own pages. Browsers say so themselves (Sec-Fetch-Site, else Origin), in headers
 * that no page can write; our pages say so too, in one that no form and no other site can send. With a cookie both must be there, and a
 * program that uses a cookie sends both. A request without a cookie carries no one's rights.
 */
export function isTrusted({ site, origin, requestedWith, cookie }: Origins, publicBaseUrl: string): boolean {
  if (!cookie) return true;
  if (requestedWith === undefined) return false;
  if (site !== undefined) return site === 'same-origin';
  return origin === new URL(publicBaseUrl).origin;
}

/** Refuses cross-site writes (OWASP CSRF: Fetch Metadata, Origin, custom header); `auth.cross-site`. The cookie is SameSite=Lax besides. */
export const refuseCrossSite =
  (publicBaseUrl: string): MiddlewareHandler =>
  async (c, next) => {
    const origins = {
      site: c.req.header('sec-fetch-site'),
      origin: c.req.header('origin'),
      requestedWith: c.req.header(ownHeader),
      // Where none is looked at, none carries rights: a load balancer's, say, that a program sends back.
      cookie: c.req.header('cookie') !== undefined && c.req.path !== tokenPath,
    };
    if (!safe.has(c.req.method) && !isTrusted(origins, publicBaseUrl)) throw problem('auth.cross-site');
    await next();
  };
