import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import type { Context, MiddlewareHandler } from 'hono';
import { compress } from 'hono/compress';
import { createRoutes } from '@beian/service-kit/create-app.ts';
import { problem } from '@beian/service-kit/problem.ts';

/** The built single-page apps: the portal at `/`, the approval UI at `/review/`. Hashed assets are kept for ever, pages never. */
export function webApps({ portalDist, reviewDist }: { portalDist: string; reviewDist: string }) {
  return createRoutes()
    .use(compress())
    .get('/review', (c) => c.redirect('/review/'))
    .get('/review/*', assets(reviewDist, '/review'), page(reviewDist))
    .get('*', assets(portalDist, ''), page(portalDist));
}

const assets = (dist: string, prefix: string): MiddlewareHandler =>
  serveStatic({
    root: dist,
    rewriteRequestPath: (path) => (path.startsWith(`${prefix}/assets/`) ? path.slice(prefix.length) : '/.nothing'),
    onFound: (_path, c) => c.header('cache-control', 'public, max-age=31536000, immutable'),
  });

// Every path that is no file is a page of the app, which routes by itself.
const page = (dist: string) => (c: Context) => {
  if (/\/assets\/|\.\w{2,5}$/.test(c.req.path)) throw problem('not-found');
  const index = join(dist, 'index.html');
  if (!existsSync(index)) throw problem('upstream.unavailable', { params: { service: 'web' } });
  return c.html(readFileSync(index, 'utf8'), 200, { 'cache-control': 'no-cache' });
};
