import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import type { Context, MiddlewareHandler } from 'hono';
import { compress } from 'hono/compress';
import { createRoutes } from '@beian/service-kit/create-app.ts';
import { problem } from '@beian/service-kit/problem.ts';

/** The built web apps: the portal at `/`, its pages for everybody at `/public`, the approval UI at `/review/`. Hashed assets are kept for ever, pages never. */
export function webApps({ portalDist, reviewDist }: { portalDist: string; reviewDist: string }) {
  const publicDist = join(portalDist, 'public');
  return createRoutes()
    .use(compress())
    .get('/review', (c) => c.redirect('/review/'))
    .get('/review/*', assets(reviewDist, '/review'), page(reviewDist, 'index.html'))
    .get('/public/*', assets(publicDist, '/public'), page(publicDist, 'public.html'))
    .get('*', assets(portalDist, ''), page(portalDist, 'index.html'));
}

const assets = (dist: string, prefix: string): MiddlewareHandler =>
  serveStatic({
    root: dist,
    // The build lays a Brotli copy beside each; who does not take it gets gzip, made as it is sent.
    precompressed: true,
    rewriteRequestPath: (path) => (path.startsWith(`${prefix}/assets/`) ? path.slice(prefix.length) : '/.nothing'),
    onFound: (_path, c) => c.header('cache-control', 'public, max-age=31536000, immutable'),
  });

// Every path that is no file is a page of the app, which routes by itself.
const page = (dist: string, name: string) => (c: Context) => {
  if (/\/assets\/|\.\w{2,5}$/.test(c.req.path)) throw problem('not-found');
  const document = join(dist, name);
  if (!existsSync(document)) throw problem('upstream.unavailable', { params: { service: 'web' } });
  return c.html(readFileSync(document, 'utf8'), 200, { 'cache-control': 'no-cache' });
};
