import { createRoute, z } from '@hono/zod-openapi';
import { Id } from '@beian/contracts/common.ts';
import { ReviewView, ReviewViewList, SaveReviewView } from '@beian/contracts/review-views.ts';
import { createRoutes, problemResponses } from '@beian/service-kit/create-app.ts';
import { idempotencyKey, idempotencyOf } from '@beian/service-kit/idempotency.ts';
import type { Deps } from '../deps.ts';
import { listViews } from './list-views.ts';
import { changeView, createView, deleteView } from './save-view.ts';

const tags = ['review'];
const params = z.object({ id: Id });
const json = <T extends z.ZodType>(schema: T) => ({ 'application/json': { schema } });
const staff = ['auth.required', 'auth.forbidden'] as const;
const saving = [...staff, 'request.invalid', 'request.malformed', 'view.name-taken'] as const;
const body = { required: true, content: json(SaveReviewView) };

const list = createRoute({
  method: 'get',
  path: '/api/review/views',
  tags,
  summary: '我的和共享的视图',
  responses: {
    200: { description: 'own views, then shared ones', content: json(ReviewViewList) },
    ...problemResponses(...staff),
  },
});
const create = createRoute({
  method: 'post',
  path: '/api/review/views',
  tags,
  summary: '保存视图',
  parameters: [idempotencyKey()],
  request: { body },
  responses: {
    201: { description: 'saved', content: json(ReviewView) },
    ...problemResponses(...saving, 'view.too-many', 'idempotency.conflict'),
  },
});
const change = createRoute({
  method: 'put',
  path: '/api/review/views/{id}',
  tags,
  summary: '修改视图',
  request: { params, body },
  responses: {
    200: { description: 'saved', content: json(ReviewView) },
    ...problemResponses(...saving, 'not-found'),
  },
});
const remove = createRoute({
  method: 'delete',
  path: '/api/review/views/{id}',
  tags,
  summary: '删除视图',
  request: { params },
  responses: { 204: { description: 'deleted' }, ...problemResponses(...staff, 'request.invalid', 'not-found') },
});

/** Routes of /api/review/views. */
export const reviewViewsRoutes = (deps: Deps) =>
  createRoutes()
    .openapi(list, async (c) => c.json({ items: await listViews(deps, c.var.actor) }, 200))
    .openapi(create, async (c) => {
      const by = { actor: c.var.actor, idempotency: await idempotencyOf(c) };
      return c.json(await createView(deps, by, c.req.valid('json')), 201);
    })
    .openapi(change, async (c) =>
      c.json(await changeView(deps, c.var.actor, c.req.valid('param').id, c.req.valid('json')), 200),
    )
    .openapi(remove, async (c) => {
      await deleteView(deps, c.var.actor, c.req.valid('param').id);
      return c.body(null, 204);
    });
