import { createHash } from 'node:crypto';
import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { CalendarDate } from '@beian/contracts/common.ts';
import { TemplateList, templateNames, TemplateVersionList, VersionId } from '@beian/contracts/templates.ts';
import { createRoutes, problemResponses } from '@beian/service-kit/create-app.ts';
import type { Deps } from '../deps.ts';
import { docx, xlsx } from './built-in.ts';
import { fileOfVersion, fileOn, listTemplates, listVersions, type TemplateFile } from './read-versions.ts';

const tags = ['templates'];
export const templateParams = z.object({ name: z.enum(templateNames) });
export const versionParams = templateParams.extend({ id: VersionId });
const bytes = z.string().meta({ format: 'binary' });
const file = {
  200: {
    description: 'the file',
    content: { [docx]: { schema: bytes }, [xlsx]: { schema: bytes } },
  },
  304: { description: 'unchanged' },
  ...problemResponses('request.invalid', 'not-found', 'document.storage-down'),
} as const;

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
  summary: '下载模板（默认当日有效的版本）',
  request: { params: templateParams, query: z.object({ on: CalendarDate.optional() }) },
  responses: file,
});
const versions = createRoute({
  method: 'get',
  path: '/api/templates/{name}/versions',
  tags,
  summary: '模板的全部版本',
  request: { params: templateParams },
  responses: {
    200: { description: 'newest first', content: { 'application/json': { schema: TemplateVersionList } } },
    ...problemResponses('request.invalid'),
  },
});
const downloadVersion = createRoute({
  method: 'get',
  path: '/api/templates/{name}/versions/{id}',
  tags,
  summary: '下载模板的某个版本',
  request: { params: versionParams },
  responses: file,
});

/** Routes of /api/templates: readable without sign-in (M017–M019, M047, M063, M097, M105, M115, I02). */
export const templatesRoutes = (deps: Deps) =>
  createRoutes()
    .openapi(list, async (c) => c.json({ items: await listTemplates(deps) }, 200))
    .openapi(download, async (c) => {
      const { name } = c.req.valid('param');
      return sent(c, await fileOn(deps, name, c.req.valid('query').on));
    })
    .openapi(versions, async (c) => c.json({ items: await listVersions(deps, c.req.valid('param').name) }, 200))
    .openapi(downloadVersion, async (c) => {
      const { name, id } = c.req.valid('param');
      return sent(c, await fileOfVersion(deps, name, id));
    });

/** The file to keep. It is asked for anew each time: a form that was superseded at midnight is not filled in the next morning. */
function sent(c: Context, { fileName, mediaType, bytes }: TemplateFile) {
  const etag = `"${createHash('sha256').update(bytes).digest('hex').slice(0, 32)}"`;
  if (c.req.header('if-none-match') === etag) return c.body(null, 304);
  return c.body(bytes, 200, {
    'content-type': mediaType,
    'content-length': String(bytes.byteLength),
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`,
    'x-content-type-options': 'nosniff',
    'cache-control': 'public, no-cache',
    etag,
  });
}
