import type { MiddlewareHandler } from 'hono';
import { problem } from '@beian/service-kit/problem.ts';

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

export type Origins = { site: string | undefined; origin: string | undefined; cookie: boolean };

/**
 * Whether a request that changes something comes from our own pages. Browsers say so themselves (Sec-Fetch-Site, Origin); a request
 * without a cookie carries no one's rights, and a program that sends neither header is no browser.
 */
export function isTrusted({ site, origin, cookie }: Origins, publicBaseUrl: string): boolean {
  if (!cookie) return true;
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  if (origin !== undefined) return origin === new URL(publicBaseUrl).origin;
  return true;
}

/** Refuses cross-site writes (OWASP CSRF, Fetch Metadata); `auth.cross-site`. The cookie is SameSite=Lax besides. */
export const refuseCrossSite =
  (publicBaseUrl: string): MiddlewareHandler =>
  async (c, next) => {
    const origins = {
      site: c.req.header('sec-fetch-site'),
      origin: c.req.header('origin'),
      cookie: c.req.header('cookie') !== undefined,
    };
    if (!safe.has(c.req.method) && !isTrusted(origins, publicBaseUrl)) throw problem('auth.cross-site');
    await next();
  };
