import { createRoute, z } from '@hono/zod-openapi';
import { CorrectionPreviewRequest } from '@beian/contracts/applications.ts';
import { ChangePreview, ChangeRequest } from '@beian/contracts/changes.ts';
import { Id } from '@beian/contracts/common.ts';
import { localeOf } from '@beian/contracts/problems.ts';
import { createRoutes, problemResponses } from '@beian/service-kit/create-app.ts';
import type { Deps } from '../deps.ts';
import { previewChange } from './preview-change.ts';
import { previewCorrection } from './preview-correction.ts';

const failures = [
  'auth.required',
  'auth.forbidden',
  'request.malformed',
  'request.invalid',
  'device-table.unreadable',
  'device-table.busy',
  'document.storage-down',
  'upstream.unavailable',
] as const;

const preview = createRoute({
  method: 'post',
  path: '/api/changes/preview',
  tags: ['changes'],
  summary: '变更预览',
  request: { body: { required: true, content: { 'application/json': { schema: ChangeRequest } } } },
  responses: {
    200: { description: 'filing by filing', content: { 'application/json': { schema: ChangePreview } } },
    ...problemResponses(...failures),
  },
});

const correction = createRoute({
  method: 'post',
  path: '/api/applications/{id}/resubmission/preview',
  tags: ['changes'],
  summary: '变更补正预览',
  request: {
    params: z.object({ id: Id }),
    body: { required: true, content: { 'application/json': { schema: CorrectionPreviewRequest } } },
  },
  responses: {
    200: { description: 'filing by filing', content: { 'application/json': { schema: ChangePreview } } },
    ...problemResponses(...failures, 'not-found', 'application.not-open', 'application.version-stale'),
  },
});

/** Routes of /api/changes, and the dry run of a correction. A change itself is submitted like every application. */
export const changesRoutes = (deps: Deps) =>
  createRoutes()
    .openapi(preview, async (c) => {
      const { actor, token } = c.var;
      const locale = localeOf(c.req.header('accept-language'));
      return c.json(await previewChange(deps, { actor, token, locale }, c.req.valid('json')), 200);
    })
    .openapi(correction, async (c) => {
      const { actor, token } = c.var;
      const locale = localeOf(c.req.header('accept-language'));
      const { id } = c.req.valid('param');
      return c.json(await previewCorrection(deps, { actor, token, locale }, id, c.req.valid('json')), 200);
    });
