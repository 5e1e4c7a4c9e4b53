import type { BlockList } from 'node:net';
import type { MiddlewareHandler } from 'hono';
import { RateLimiterRes } from 'rate-limiter-flexible';
import { problem } from '@beian/service-kit/problem.ts';
import { clientAddress, countedAs, socketOf } from './client-address.ts';
import type { LimitStore } from './limit-store.ts';

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

/** Limits per address and minute, counted for all gateways together: `request.too-many` with the seconds to wait. */
export function rateLimits(limits: Limits, store: LimitStore, trusted: BlockList): MiddlewareHandler {
  const limiter = (name: Name) => store.limiter(name, limits[name]);
  const limiters = {
    general: limiter('general'),
    signIn: limiter('signIn'),
    publicQuery: limiter('publicQuery'),
    uploads: limiter('uploads'),
  };
  return async (c, next) => {
    const address = countedAs(clientAddress(socketOf(c), c.req.header('x-forwarded-for'), trusted));
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
