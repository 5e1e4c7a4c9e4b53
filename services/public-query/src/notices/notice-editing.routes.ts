import { createRoute, z } from '@hono/zod-openapi';
import { Id } from '@beian/contracts/common.ts';
import { Notice, NoticeEdit, NoticeInput, NoticeList, Publication } from '@beian/contracts/content.ts';
import { createRoutes, problemResponses } from '@beian/service-kit/create-app.ts';
import { idempotencyKey, idempotencyOf } from '@beian/service-kit/idempotency.ts';
import type { Deps } from '../deps.ts';
import { createNotice } from './create-notice.ts';
import { deleteNotice } from './delete-notice.ts';
import { editNotice } from './edit-notice.ts';
import { publishNotice } from './publish-notice.ts';
import { listNotices, readNotice } from './read-notices.ts';

const tags = ['content'];
const params = z.object({ id: Id });
const editor = ['auth.required', 'auth.forbidden'] as const;
const writing = [...editor, 'request.malformed', 'request.invalid'] as const;
const notice = { 'application/json': { schema: Notice } };
const bodyOf = <Schema extends z.ZodType>(schema: Schema) => ({
  required: true,
  content: { 'application/json': { schema } },
});

const list = createRoute({
  method: 'get',
  path: '/api/content/notices',
  tags,
  summary: '全部公告（含草稿）',
  responses: {
    200: { description: 'all, drafts too', content: { 'application/json': { schema: NoticeList } } },
    ...problemResponses(...editor),
  },
});
const create = createRoute({
  method: 'post',
  path: '/api/content/notices',
  tags,
  summary: '新增公告',
  parameters: [idempotencyKey()],
  request: { body: bodyOf(NoticeInput) },
  responses: {
    201: { description: 'a draft', content: notice },
    ...problemResponses(...writing, 'idempotency.conflict'),
  },
});
const show = createRoute({
  method: 'get',
  path: '/api/content/notices/{id}',
  tags,
  summary: '公告（编辑）',
  request: { params },
  responses: {
    200: { description: 'the notice', content: notice },
    ...problemResponses(...editor, 'request.invalid', 'not-found'),
  },
});
const edit = createRoute({
  method: 'put',
  path: '/api/content/notices/{id}',
  tags,
  summary: '修改公告',
  request: { params, body: bodyOf(NoticeEdit) },
  responses: {
    200: { description: 'changed', content: notice },
    ...problemResponses(...writing, 'not-found', 'content.stale'),
  },
});
const publish = createRoute({
  method: 'put',
  path: '/api/content/notices/{id}/publication',
  tags,
  summary: '发布或者取消发布公告',
  request: { params, body: bodyOf(Publication) },
  responses: {
    200: { description: 'as it is now', content: notice },
    ...problemResponses(...writing, 'not-found', 'content.stale'),
  },
});
const remove = createRoute({
  method: 'delete',
  path: '/api/content/notices/{id}',
  tags,
  summary: '删除公告草稿',
  request: { params },
  responses: {
    204: { description: 'deleted' },
    ...problemResponses(...editor, 'request.invalid', 'not-found', 'content.published'),
  },
});

/** Routes by which content editors keep the notices (I33). */
export const noticeEditingRoutes = (deps: Deps) =>
  createRoutes()
    .openapi(list, async (c) => c.json({ items: await listNotices(deps, c.var.actor) }, 200))
    .openapi(create, async (c) => {
      const by = { actor: c.var.actor, idempotency: await idempotencyOf(c) };
      return c.json(await createNotice(deps, by, c.req.valid('json')), 201);
    })
    .openapi(show, async (c) => c.json(await readNotice(deps, c.var.actor, c.req.valid('param').id), 200))
    .openapi(edit, async (c) =>
      c.json(await editNotice(deps, c.var.actor, c.req.valid('param').id, c.req.valid('json')), 200),
    )
    .openapi(publish, async (c) =>
      c.json(await publishNotice(deps, c.var.actor, c.req.valid('param').id, c.req.valid('json')), 200),
    )
    .openapi(remove, async (c) => {
      await deleteNotice(deps, c.var.actor, c.req.valid('param').id);
      return c.body(null, 204);
    });
