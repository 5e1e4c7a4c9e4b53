import { createRoute, z } from '@hono/zod-openapi';
import { Id } from '@beian/contracts/common.ts';
import { Colleague, ColleagueList, StaffQuery, Suspend, WithdrawRoles } from '@beian/contracts/staff.ts';
import { createRoutes, problemResponses } from '@beian/service-kit/create-app.ts';
import type { Deps } from '../deps.ts';
import { listStaff } from './list-staff.ts';
import { restoreStaff, suspendStaff } from './suspend-staff.ts';
import { withdrawRoles } from './withdraw-roles.ts';

const tags = ['staff'];
const params = z.object({ accountId: Id });
const json = <T extends z.ZodType>(schema: T) => ({ 'application/json': { schema } });
const body = <T extends z.ZodType>(schema: T) => ({ required: true, content: json(schema) });
const colleague = { description: 'the member of staff', content: json(Colleague) };
const administrators = [
  'auth.required',
  'auth.forbidden',
  'request.invalid',
  'not-found',
  'staff.own-account',
] as const;

const list = createRoute({
  method: 'get',
  path: '/api/staff',
  tags,
  summary: '工作人员',
  request: { query: StaffQuery },
  responses: {
    200: { description: "the organ's staff", content: json(ColleagueList) },
    ...problemResponses('auth.required', 'auth.forbidden', 'request.invalid', 'not-found'),
  },
});
const suspend = createRoute({
  method: 'post',
  path: '/api/staff/{accountId}/suspension',
  tags,
  summary: '暂停工作人员',
  request: { params, body: body(Suspend) },
  responses: { 200: colleague, ...problemResponses(...administrators, 'request.malformed', 'staff.suspended') },
});
const restore = createRoute({
  method: 'delete',
  path: '/api/staff/{accountId}/suspension',
  tags,
  summary: '恢复工作人员',
  request: { params },
  responses: { 200: colleague, ...problemResponses(...administrators) },
});
const withdraw = createRoute({
  method: 'put',
  path: '/api/staff/{accountId}/withdrawn-roles',
  tags,
  summary: '停用角色',
  request: { params, body: body(WithdrawRoles) },
  responses: { 200: colleague, ...problemResponses(...administrators, 'request.malformed') },
});

/** Routes of /api/staff. */
export const staffRoutes = (deps: Deps) =>
  createRoutes()
    .openapi(list, async (c) => c.json({ items: await listStaff(deps, c.var.actor, c.req.valid('query').organ) }, 200))
    .openapi(suspend, async (c) => {
      const { accountId } = c.req.valid('param');
      return c.json(await suspendStaff(deps, c.var.actor, accountId, c.req.valid('json')), 200);
    })
    .openapi(restore, async (c) => c.json(await restoreStaff(deps, c.var.actor, c.req.valid('param').accountId), 200))
    .openapi(withdraw, async (c) => {
      const { accountId } = c.req.valid('param');
      return c.json(await withdrawRoles(deps, c.var.actor, accountId, c.req.valid('json')), 200);
    });
