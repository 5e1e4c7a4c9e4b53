import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serveStatic } from '@hono/node-server/serve-static';
import { html } from 'hono/html';
import { createRoutes } from '@beian/service-kit/create-app.ts';
import { problem } from '@beian/service-kit/problem.ts';
import { mergeOpenApi } from './merge-openapi.ts';

const swaggerUi = dirname(fileURLToPath(import.meta.resolve('swagger-ui-dist/package.json')));
const keptMs = 60_000;
const parts = new Set(['swagger-ui.css', 'swagger-ui-bundle.js', 'favicon-32x32.png']);

const page = html`<!doctype html>
  <html lang="zh-CN">
    <head>
      <meta charset="utf-8" />
      <title>beian API</title>
      <link rel="icon" href="/api/docs/favicon-32x32.png" />
      <link rel="stylesheet" href="/api/docs/swagger-ui.css" />
    </head>
    <body>
      <div id="swagger-ui"></div>
      <script src="/api/docs/swagger-ui-bundle.js"></script>
      <script src="/api/docs/start.js"></script>
    </body>
  </html>`;
const start = `SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#swagger-ui', deepLinking: true, validatorUrl: null });`;

/** /api/openapi.json of the whole platform, and /api/docs to read it. */
export function documentationRoutes(urls: Readonly<Record<string, string>>, publicBaseUrl: string) {
  let kept: { document: Promise<object>; until: number } | undefined;
  const read = async (): Promise<object> => {
    const documents = await Promise.all(
      Object.entries(urls).map(async ([service, url]) => {
        const unavailable = (cause: unknown) => problem('upstream.unavailable', { params: { service }, cause });
        const response = await fetch(new URL('/openapi.json', url), { signal: AbortSignal.timeout(5000) }).catch(
          (cause: unknown) => {
            throw unavailable(cause);
          },
        );
        if (!response.ok) throw unavailable(response.status);
        return { service, document: await response.json() };
      }),
    );
    return mergeOpenApi(documents, publicBaseUrl);
  };
  const current = () => {
    if (kept && kept.until > Date.now()) return kept.document;
    const document = read();
    kept = { document, until: Date.now() + keptMs };
    document.catch(() => (kept = undefined));
    return document;
  };
  return createRoutes()
    .get('/api/openapi.json', async (c) => c.json(await current()))
    .get('/api/docs', (c) => c.html(page))
    .get('/api/docs/start.js', (c) => c.body(start, 200, { 'content-type': 'text/javascript' }))
    .get('/api/docs/:part', async (c, next) => {
      if (!parts.has(c.req.param('part'))) throw problem('not-found');
      const serve = serveStatic({ root: swaggerUi, rewriteRequestPath: (path) => path.slice('/api/docs'.length) });
      return serve(c, next);
    });
}
