import { createRoute, z } from '@hono/zod-openapi';
import { CannedText, CannedTextList, CannedTextQuery, SaveCannedText } from '@beian/contracts/canned-texts.ts';
import { Id } from '@beian/contracts/common.ts';
import { createRoutes, problemResponses } from '@beian/service-kit/create-app.ts';
import { idempotencyKey, idempotencyOf } from '@beian/service-kit/idempotency.ts';
import type { Deps } from '../deps.ts';
import { listCannedTexts } from './list-canned-texts.ts';
import { changeCannedText, createCannedText, deleteCannedText } from './save-canned-text.ts';

const tags = ['review'];
const params = z.object({ id: Id });
const json = <T extends z.ZodType>(schema: T) => ({ 'application/json': { schema } });
const staff = ['auth.required', 'auth.forbidden', 'request.invalid'] as const;
const body = { required: true, content: json(SaveCannedText) };

const list = createRoute({
  method: 'get',
  path: '/api/review/canned-texts',
  tags,
  summary: '常用语',
  request: { query: CannedTextQuery },
  responses: {
    200: { description: "the own organ's, then the country's", content: json(CannedTextList) },
    ...problemResponses(...staff),
  },
});
const create = createRoute({
  method: 'post',
  path: '/api/review/canned-texts',
  tags,
  summary: '新增常用语',
  parameters: [idempotencyKey()],
  request: { body },
  responses: {
    201: { description: 'saved', content: json(CannedText) },
    ...problemResponses(...staff, 'request.malformed', 'idempotency.conflict'),
  },
});
const change = createRoute({
  method: 'put',
  path: '/api/review/canned-texts/{id}',
  tags,
  summary: '修改常用语',
  request: { params, body },
  responses: {
    200: { description: 'saved', content: json(CannedText) },
    ...problemResponses(...staff, 'request.malformed', 'not-found'),
  },
});
const remove = createRoute({
  method: 'delete',
  path: '/api/review/canned-texts/{id}',
  tags,
  summary: '删除常用语',
  request: { params },
  responses: { 204: { description: 'deleted' }, ...problemResponses(...staff, 'not-found') },
});

/** Routes of /api/review/canned-texts. */
export const cannedTextsRoutes = (deps: Deps) =>
  createRoutes()
    .openapi(list, async (c) => c.json({ items: await listCannedTexts(deps, c.var.actor, c.req.valid('query')) }, 200))
    .openapi(create, async (c) => {
      const by = { actor: c.var.actor, idempotency: await idempotencyOf(c) };
      return c.json(await createCannedText(deps, by, c.req.valid('json')), 201);
    })
    .openapi(change, async (c) =>
      c.json(await changeCannedText(deps, c.var.actor, c.req.valid('param').id, c.req.valid('json')), 200),
    )
    .openapi(remove, async (c) => {
      await deleteCannedText(deps, c.var.actor, c.req.valid('param').id);
      return c.body(null, 204);
    });
