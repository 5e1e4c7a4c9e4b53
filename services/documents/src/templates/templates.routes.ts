import { createRoute, z } from '@hono/zod-openapi';
import { TemplateList, templateNames } from '@beian/contracts/documents.ts';
import { createRoutes, problemResponses } from '@beian/service-kit/create-app.ts';
import { describeTemplate, etagOf, templateFile } from './templates.ts';

const tags = ['templates'];
const list = createRoute({
  method: 'get',
  path: '/api/templates',
  tags,
  summary: '模板下载列表',
  responses: { 200: { description: 'all templates', content: { 'application/json': { schema: TemplateList } } } },
});
const download = createRoute({
  method: 'get',
  path: '/api/templates/{name}',
  tags,
  summary: '下载模板',
  request: { params: z.object({ name: z.enum(templateNames) }) },
  responses: {
    200: {
      description: 'the file',
      content: { 'application/octet-stream': { schema: z.string().meta({ format: 'binary' }) } },
    },
    304: { description: 'unchanged' },
    ...problemResponses('request.invalid'),
  },
});

/** Routes of /api/templates: readable without sign-in (M017–M019, M047, M063). */
export const templatesRoutes = () =>
  createRoutes()
    .openapi(list, async (c) => c.json({ items: await Promise.all(templateNames.map(describeTemplate)) }, 200))
    .openapi(download, async (c) => {
      const { name } = c.req.valid('param');
      const bytes = await templateFile(name);
      const etag = etagOf(bytes);
      if (c.req.header('if-none-match') === etag) return c.body(null, 304);
      const { fileName, mediaType } = await describeTemplate(name);
      return c.body(bytes, 200, {
        'content-type': mediaType,
        'content-length': String(bytes.byteLength),
        'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`,
        'cache-control': 'public, max-age=3600',
        etag,
      });
    });
