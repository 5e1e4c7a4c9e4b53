import { createRoute } from '@hono/zod-openapi';
import { ChangePreview, ChangeRequest } from '@beian/contracts/changes.ts';
import { localeOf } from '@beian/contracts/problems.ts';
import { createRoutes, problemResponses } from '@beian/service-kit/create-app.ts';
import type { Deps } from '../deps.ts';
import { previewChange } from './preview-change.ts';

const preview = createRoute({
  method: 'post',
  path: '/api/changes/preview',
  tags: ['changes'],
  summary: '变更预览',
  request: { body: { required: true, content: { 'application/json': { schema: ChangeRequest } } } },
  responses: {
    200: { description: 'filing by filing', content: { 'application/json': { schema: ChangePreview } } },
    ...problemResponses(
      'auth.required',
      'auth.forbidden',
      'request.malformed',
      'request.invalid',
      'device-table.unreadable',
      'device-table.busy',
      'document.storage-down',
      'upstream.unavailable',
    ),
  },
});

/** Routes of /api/changes. A change itself is submitted like every application. */
export const changesRoutes = (deps: Deps) =>
  createRoutes().openapi(preview, async (c) => {
    const { actor, token } = c.var;
    const locale = localeOf(c.req.header('accept-language'));
    return c.json(await previewChange(deps, { actor, token, locale }, c.req.valid('json')), 200);
  });
