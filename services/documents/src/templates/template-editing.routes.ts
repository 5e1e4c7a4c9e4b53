import { createRoute, z } from '@hono/zod-openapi';
import { TemplateVersion, TemplateVersionForm } from '@beian/contracts/templates.ts';
import { createRoutes, problemResponses } from '@beian/service-kit/create-app.ts';
import { idempotencyKey, idempotencyOf } from '@beian/service-kit/idempotency.ts';
import type { Deps } from '../deps.ts';
import { addVersion, sha256Of } from './add-version.ts';
import { templateParams, versionParams } from './templates.routes.ts';
import { withdrawVersion } from './withdraw-version.ts';

const tags = ['content'];
// OpenAPI has no word for a file; this says it in the document's own.
const DescribedForm = TemplateVersionForm.extend({ file: z.file().openapi({ type: 'string', format: 'binary' }) });

const add = createRoute({
  method: 'post',
  path: '/api/templates/{name}/versions',
  tags,
  summary: '上传模板新版本',
  parameters: [idempotencyKey()],
  request: {
    params: templateParams,
    body: { required: true, content: { 'multipart/form-data': { schema: DescribedForm } } },
  },
  responses: {
    201: { description: 'added', content: { 'application/json': { schema: TemplateVersion } } },
    ...problemResponses(
      'auth.required',
      'auth.forbidden',
      'request.malformed',
      'request.invalid',
      'document.empty',
      'document.too-large',
      'document.type',
      'document.infected',
      'document.scanner-down',
      'document.storage-down',
      'template.active-content',
      'template.table',
      'template.version-raced',
      'idempotency.conflict',
    ),
  },
});
const withdraw = createRoute({
  method: 'delete',
  path: '/api/templates/{name}/versions/{id}',
  tags,
  summary: '撤回尚未生效的版本',
  request: { params: versionParams },
  responses: {
    204: { description: 'withdrawn' },
    ...problemResponses('auth.required', 'auth.forbidden', 'request.invalid', 'not-found', 'template.in-force'),
  },
});

/** Routes by which content editors keep the templates. */
export const templateEditingRoutes = (deps: Deps) =>
  createRoutes()
    .openapi(add, async (c) => {
      const { file, effectiveFrom, note } = c.req.valid('form');
      const bytes = new Uint8Array(await file.arrayBuffer());
      const { name } = c.req.valid('param');
      const content = JSON.stringify([effectiveFrom, note, sha256Of(bytes)]);
      const by = { actor: c.var.actor, idempotency: await idempotencyOf(c, false, content) };
      return c.json(await addVersion(deps, by, { name, bytes, effectiveFrom, note }), 201);
    })
    .openapi(withdraw, async (c) => {
      await withdrawVersion(deps, c.var.actor, c.req.valid('param'));
      return c.body(null, 204);
    });
