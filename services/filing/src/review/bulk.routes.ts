import { createRoute, type z } from '@hono/zod-openapi';
import { BulkAssign, BulkAssignment } from '@beian/contracts/assignments.ts';
import { BulkApproval, BulkApprove } from '@beian/contracts/bulk-approvals.ts';
import { createRoutes, problemResponses } from '@beian/service-kit/create-app.ts';
import type { Deps } from '../deps.ts';
import { approveTasks } from './approve-tasks.ts';
import { assignTasks } from './assign-task.ts';

const tags = ['review'];
const json = <T extends z.ZodType>(schema: T) => ({ 'application/json': { schema } });
const body = <T extends z.ZodType>(schema: T) => ({ required: true, content: json(schema) });
const problems = [
  'auth.required',
  'auth.forbidden',
  'request.invalid',
  'request.malformed',
  'upstream.unavailable',
] as const;

const assign = createRoute({
  method: 'post',
  path: '/api/review/tasks/assignment',
  tags,
  summary: '批量指派',
  request: { body: body(BulkAssign) },
  responses: {
    200: { description: 'what came of each task', content: json(BulkAssignment) },
    ...problemResponses(...problems),
  },
});
const approve = createRoute({
  method: 'post',
  path: '/api/review/tasks/approval',
  tags,
  summary: '批量通过',
  request: { body: body(BulkApprove) },
  responses: {
    200: { description: 'what came of each task', content: json(BulkApproval) },
    ...problemResponses(...problems),
  },
});

/** Routes of what is done to several tasks at once. */
export const bulkRoutes = (deps: Deps) =>
  createRoutes()
    .openapi(assign, async (c) => c.json(await assignTasks(deps, c.var, c.req.valid('json')), 200))
    .openapi(approve, async (c) => c.json(await approveTasks(deps, c.var, c.req.valid('json')), 200));
