import { createHash } from 'node:crypto';
import type { BlockList } from 'node:net';
import type { Context, MiddlewareHandler } from 'hono';
import { RateLimiterRes } from 'rate-limiter-flexible';
import type { AppEnv } from '@beian/service-kit/create-app.ts';
import { problem } from '@beian/service-kit/problem.ts';
import { sharedFilingsPath, tokenPath } from '../forwarding/routes.table.ts';
import { clientAddress, countedAs, socketOf } from './client-address.ts';
import type { LimitStore } from './limit-store.ts';

const names = ['general', 'signIn', 'tokensOfCredential', 'tokens', 'sharing', 'publicQuery', 'uploads'] as const;
type Name = (typeof names)[number];
export type Limits = Record<Name, number>;

/** Which limits a request counts against besides the general one, in this order: what one refuses does not count against the next. */
export function limitsOf(method: string, path: string): readonly Exclude<Name, 'general'>[] {
  if (path.startsWith('/auth/login')) return ['signIn'];
  if (path === tokenPath) return ['tokensOfCredential', 'tokens'];
  if (path.startsWith('/api/public/')) return ['publicQuery'];
  if (path === sharedFilingsPath || path.startsWith(`${sharedFilingsPath}/`)) return ['sharing'];
  // A corrected table is stored as an upload is.
  if (method === 'POST' && ['/api/documents', '/api/device-tables/corrected'].includes(path)) return ['uploads'];
  return [];
}

/**
 * Limits per address and minute, of a department's questions per credential, counted for all gateways together: `request.too-many` with the seconds to wait.
 */
export function rateLimits(limits: Limits, store: LimitStore, trusted: BlockList): MiddlewareHandler<AppEnv> {
  const limiters = new Map(names.map((name) => [name, store.limiter(name, limits[name])]));
  return async (c, next) => {
    const address = countedAs(clientAddress(socketOf(c), c.req.header('x-forwarded-for'), trusted));
    for (const name of ['general', ...limitsOf(c.req.method, c.req.path)] as const) {
      const key = await countedBy(name, address, c);
      await limiters
        .get(name)
        ?.consume(key)
        .catch((refused: unknown) => {
          if (!(refused instanceof RateLimiterRes)) throw refused;
          throw problem('request.too-many', { params: { seconds: Math.ceil(refused.msBeforeNext / 1000) } });
        });
    }
    await next();
  };
}

/** A department asks from many addresses, or behind one with others: its questions are counted by its credential (0045). */
async function countedBy(name: Name, address: string, c: Context<AppEnv>): Promise<string> {
  if (name === 'tokensOfCredential') return `${address} ${await credentialOf(c)}`;
  const { actor } = c.var;
  return name === 'sharing' && actor.kind === 'department' ? actor.credentialId : address;
}

/**
 * What a program signs in with, id and secret together, as a hash. Whoever repeats what is refused is stopped by it before the
 * neighbours at the same address notice; whoever guesses at a credential is not counted together with its owner (0042).
 */
async function credentialOf(c: Context): Promise<string> {
  // The body itself goes on to identity.
  const sent = c.req.header('authorization') ?? (await c.req.raw.clone().text());
  return createHash('sha256').update(sent).digest('base64url');
}
