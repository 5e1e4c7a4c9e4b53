import { getConnInfo } from '@hono/node-server/conninfo';
import type { MiddlewareHandler } from 'hono';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { problem } from '@beian/service-kit/problem.ts';

export type Limits = { general: number; signIn: number; publicQuery: number; uploads: number };
type Name = keyof Limits;

/** Which limit a request counts against besides the general one. */
export function limitOf(method: string, path: string): Exclude<Name, 'general'> | undefined {
  if (path.startsWith('/auth/login')) return 'signIn';
  if (path.startsWith('/api/public/')) return 'publicQuery';
  // A corrected table is stored as an upload is.
  if (method === 'POST' && ['/api/documents', '/api/device-tables/corrected'].includes(path)) return 'uploads';
  return undefined;
}

/** Limits per address and minute, counted in this process: `request.too-many` with the seconds to wait. */
export function rateLimits(limits: Limits): MiddlewareHandler {
  const limiter = (name: Name) => new RateLimiterMemory({ points: limits[name], duration: 60, keyPrefix: name });
  const limiters: Record<Name, RateLimiterMemory> = {
    general: limiter('general'),
    signIn: limiter('signIn'),
    publicQuery: limiter('publicQuery'),
    uploads: limiter('uploads'),
  };
  return async (c, next) => {
    const address = addressOf(c);
    const named = limitOf(c.req.method, c.req.path);
    for (const name of named ? (['general', named] as const) : (['general'] as const)) {
      await limiters[name].consume(address).catch((refused: unknown) => {
        if (!(refused instanceof RateLimiterRes)) throw refused;
        throw problem('request.too-many', { params: { seconds: Math.ceil(refused.msBeforeNext / 1000) } });
      });
    }
    await next();
  };
}

function addressOf(c: Parameters<MiddlewareHandler>[0]): string {
  try {
    return getConnInfo(c).remote.address ?? 'unknown';
  } catch {
    return 'unknown'; // no socket: a request made inside the process
  }
}
