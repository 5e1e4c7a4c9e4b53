import { createRoute, z } from '@hono/zod-openapi';
import { Id } from '@beian/contracts/common.ts';
import { FaqEdit, FaqEntry, FaqEntryList, FaqInput, FaqOrder, Publication } from '@beian/contracts/content.ts';
import { createRoutes, problemResponses } from '@beian/service-kit/create-app.ts';
import { idempotencyKey, idempotencyOf } from '@beian/service-kit/idempotency.ts';
import type { Deps } from '../deps.ts';
import { createEntry } from './create-entry.ts';
import { deleteEntry } from './delete-entry.ts';
import { editEntry } from './edit-entry.ts';
import { orderEntries } from './order-entries.ts';
import { publishEntry } from './publish-entry.ts';
import { listEntries, readEntry } from './read-entries.ts';

const tags = ['content'];
const params = z.object({ id: Id });
const editor = ['auth.required', 'auth.forbidden'] as const;
const writing = [...editor, 'request.malformed', 'request.invalid'] as const;
const entry = { 'application/json': { schema: FaqEntry } };
const entries = { 'application/json': { schema: FaqEntryList } };
const bodyOf = <Schema extends z.ZodType>(schema: Schema) => ({
  required: true,
  content: { 'application/json': { schema } },
});

const list = createRoute({
  method: 'get',
  path: '/api/content/faq',
  tags,
  summary: '全部问题（含草稿）',
  responses: { 200: { description: 'all, drafts too', content: entries }, ...problemResponses(...editor) },
});
const create = createRoute({
  method: 'post',
  path: '/api/content/faq',
  tags,
  summary: '新增问题',
  parameters: [idempotencyKey()],
  request: { body: bodyOf(FaqInput) },
  responses: {
    201: { description: 'a draft', content: entry },
    ...problemResponses(...writing, 'idempotency.conflict'),
  },
});
const order = createRoute({
  method: 'put',
  path: '/api/content/faq/order',
  tags,
  summary: '调整顺序',
  request: { body: bodyOf(FaqOrder) },
  responses: {
    200: { description: 'the category in its new order', content: entries },
    ...problemResponses(...writing, 'content.order-stale'),
  },
});
const show = createRoute({
  method: 'get',
  path: '/api/content/faq/{id}',
  tags,
  summary: '问题',
  request: { params },
  responses: {
    200: { description: 'the entry', content: entry },
    ...problemResponses(...editor, 'request.invalid', 'not-found'),
  },
});
const edit = createRoute({
  method: 'put',
  path: '/api/content/faq/{id}',
  tags,
  summary: '修改问题',
  request: { params, body: bodyOf(FaqEdit) },
  responses: {
    200: { description: 'changed', content: entry },
    ...problemResponses(...writing, 'not-found', 'content.stale'),
  },
});
const publish = createRoute({
  method: 'put',
  path: '/api/content/faq/{id}/publication',
  tags,
  summary: '发布或者取消发布',
  request: { params, body: bodyOf(Publication) },
  responses: {
    200: { description: 'as it is now', content: entry },
    ...problemResponses(...writing, 'not-found', 'content.stale'),
  },
});
const remove = createRoute({
  method: 'delete',
  path: '/api/content/faq/{id}',
  tags,
  summary: '删除草稿',
  request: { params },
  responses: {
    204: { description: 'deleted' },
    ...problemResponses(...editor, 'request.invalid', 'not-found', 'content.published'),
  },
});

/** Routes by which content editors keep the questions (I32). */
export const faqEditingRoutes = (deps: Deps) =>
  createRoutes()
    .openapi(list, async (c) => c.json({ items: await listEntries(deps, c.var.actor) }, 200))
    .openapi(create, async (c) => {
      const by = { actor: c.var.actor, idempotency: await idempotencyOf(c) };
      return c.json(await createEntry(deps, by, c.req.valid('json')), 201);
    })
    .openapi(order, async (c) => c.json({ items: await orderEntries(deps, c.var.actor, c.req.valid('json')) }, 200))
    .openapi(show, async (c) => c.json(await readEntry(deps, c.var.actor, c.req.valid('param').id), 200))
    .openapi(edit, async (c) =>
      c.json(await editEntry(deps, c.var.actor, c.req.valid('param').id, c.req.valid('json')), 200),
    )
    .openapi(publish, async (c) =>
      c.json(await publishEntry(deps, c.var.actor, c.req.valid('param').id, c.req.valid('json')), 200),
    )
    .openapi(remove, async (c) => {
      await deleteEntry(deps, c.var.actor, c.req.valid('param').id);
      return c.body(null, 204);
    });
