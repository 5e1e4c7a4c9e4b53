import { createRoute, z } from '@hono/zod-openapi';
import { Id } from '@beian/contracts/common.ts';
import { Draft, DraftInput, DraftList } from '@beian/contracts/drafts.ts';
import { createRoutes, problemResponses } from '@beian/service-kit/create-app.ts';
import type { Deps } from '../deps.ts';
import { discardDraft } from './discard-draft.ts';
import { getDraft, listDrafts } from './read-drafts.ts';
import { saveDraft } from './save-draft.ts';

const tags = ['drafts'];
const params = z.object({ id: Id });
const filer = ['auth.required', 'auth.forbidden', 'request.invalid'] as const;
const draft = { 'application/json': { schema: Draft } };

const list = createRoute({
  method: 'get',
  path: '/api/drafts',
  tags,
  summary: '草稿箱',
  responses: {
    200: { description: 'own drafts', content: { 'application/json': { schema: DraftList } } },
    ...problemResponses('auth.required', 'auth.forbidden'),
  },
});
const show = createRoute({
  method: 'get',
  path: '/api/drafts/{id}',
  tags,
  summary: '草稿',
  request: { params },
  responses: { 200: { description: 'the draft', content: draft }, ...problemResponses(...filer, 'not-found') },
});
const save = createRoute({
  method: 'put',
  path: '/api/drafts/{id}',
  tags,
  summary: '保存草稿',
  request: { params, body: { required: true, content: { 'application/json': { schema: DraftInput } } } },
  responses: {
    200: { description: 'saved', content: draft },
    ...problemResponses(
      ...filer,
      'request.malformed',
      'not-found',
      'draft.stale',
      'draft.too-many',
      'request.too-large',
    ),
  },
});
const discard = createRoute({
  method: 'delete',
  path: '/api/drafts/{id}',
  tags,
  summary: '删除草稿',
  request: { params },
  responses: { 204: { description: 'discarded' }, ...problemResponses(...filer) },
});

/** Routes of /api/drafts. */
export const draftsRoutes = (deps: Deps) =>
  createRoutes()
    .openapi(list, async (c) => c.json({ items: await listDrafts(deps, c.var.actor) }, 200))
    .openapi(show, async (c) => c.json(await getDraft(deps, c.var.actor, c.req.valid('param').id), 200))
    .openapi(save, async (c) =>
      c.json(await saveDraft(deps, c.var.actor, c.req.valid('param').id, c.req.valid('json')), 200),
    )
    .openapi(discard, async (c) => {
      await discardDraft(deps, c.var.actor, c.req.valid('param').id);
      return c.body(null, 204);
    });
