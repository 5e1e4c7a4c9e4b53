import { createRoute, z } from '@hono/zod-openapi';
import { Id } from '@beian/contracts/common.ts';
import {
  Assign,
  Decide,
  DecisionResult,
  Reveal,
  RevealedPersonalData,
  ReviewTask,
  ReviewTaskDetail,
  ReviewTaskList,
  ReviewTaskQuery,
} from '@beian/contracts/review.ts';
import { createRoutes, problemResponses } from '@beian/service-kit/create-app.ts';
import { idempotencyKey, idempotencyOf } from '@beian/service-kit/idempotency.ts';
import { problem } from '@beian/service-kit/problem.ts';
import type { Deps } from '../deps.ts';
import { mayReadDocument, openDocument } from '../filings/may-read-document.ts';
import { assignTask } from './assign-task.ts';
import { claimTask, releaseTask } from './claim-task.ts';
import { decideTask } from './decide-task.ts';
import { getTask } from './get-task.ts';
import { listTasks } from './list-tasks.ts';
import { revealPersonalData } from './reveal-personal-data.ts';

const tags = ['review'];
const params = z.object({ id: Id });
const json = <T extends z.ZodType>(schema: T) => ({ 'application/json': { schema } });
const body = <T extends z.ZodType>(schema: T) => ({ required: true, content: json(schema) });
const staff = ['auth.required', 'auth.forbidden', 'request.invalid'] as const;
const closed = ['not-found', 'task.decided', 'task.cancelled'] as const;
const task = { description: 'the task', content: json(ReviewTask) };

const list = createRoute({
  method: 'get',
  path: '/api/review/tasks',
  tags,
  summary: '审核任务列表',
  request: { query: ReviewTaskQuery },
  responses: { 200: { description: 'the queue', content: json(ReviewTaskList) }, ...problemResponses(...staff) },
});
const show = createRoute({
  method: 'get',
  path: '/api/review/tasks/{id}',
  tags,
  summary: '审核任务详情',
  request: { params },
  responses: {
    200: { description: 'all that a review needs', content: json(ReviewTaskDetail) },
    ...problemResponses(...staff, 'not-found', 'upstream.unavailable'),
  },
});
const claim = createRoute({
  method: 'post',
  path: '/api/review/tasks/{id}/claim',
  tags,
  summary: '签收',
  request: { params },
  responses: { 200: task, ...problemResponses(...staff, ...closed, 'task.claimed') },
});
const release = createRoute({
  method: 'post',
  path: '/api/review/tasks/{id}/release',
  tags,
  summary: '退回待签收',
  request: { params },
  responses: { 200: task, ...problemResponses(...staff, ...closed, 'task.not-claimed', 'task.suspended') },
});
const assign = createRoute({
  method: 'post',
  path: '/api/review/tasks/{id}/assignment',
  tags,
  summary: '指派',
  request: { params, body: body(Assign) },
  responses: { 200: task, ...problemResponses(...staff, ...closed, 'request.malformed', 'upstream.unavailable') },
});
const decide = createRoute({
  method: 'post',
  path: '/api/review/tasks/{id}/decision',
  tags,
  summary: '作出审核决定',
  parameters: [idempotencyKey()],
  request: { params, body: body(Decide) },
  responses: {
    200: { description: 'settled', content: json(DecisionResult) },
    202: { description: 'recorded; it will be settled', content: json(DecisionResult) },
    ...problemResponses(
      ...staff,
      ...closed,
      'request.malformed',
      'idempotency.conflict',
      'task.not-claimed',
      'task.reroute-same',
      'task.suspended',
      'upstream.unavailable',
    ),
  },
});
const reveal = createRoute({
  method: 'post',
  path: '/api/review/tasks/{id}/personal-data',
  tags,
  summary: '查看个人信息',
  request: { params, body: body(Reveal) },
  responses: {
    200: { description: 'in full; the read is audited', content: json(RevealedPersonalData) },
    ...problemResponses(...staff, 'not-found', 'request.malformed'),
  },
});
const access = {
  path: '/internal/document-access/{id}',
  tags: ['internal'],
  request: { params },
  responses: { 204: { description: 'yes' }, ...problemResponses('not-found', 'request.invalid') },
};
const askAccess = createRoute({ method: 'get', ...access });
// It writes: who opens whose file is on the audit chain.
const openFile = createRoute({ method: 'post', ...access });

/** Routes of /api/review, and what documents asks about who may read. */
export const reviewRoutes = (deps: Deps) =>
  createRoutes()
    .openapi(list, async (c) => c.json(await listTasks(deps, c.var.actor, c.req.valid('query')), 200))
    .openapi(show, async (c) => c.json(await getTask(deps, c.var.actor, c.req.valid('param').id), 200))
    .openapi(claim, async (c) => c.json(await claimTask(deps, c.var.actor, c.req.valid('param').id), 200))
    .openapi(release, async (c) => c.json(await releaseTask(deps, c.var.actor, c.req.valid('param').id), 200))
    .openapi(assign, async (c) =>
      c.json(await assignTask(deps, c.var, c.req.valid('param').id, c.req.valid('json').accountId), 200),
    )
    .openapi(decide, async (c) => {
      const by = { actor: c.var.actor, token: c.var.token, idempotency: await idempotencyOf(c) };
      const result = await decideTask(deps, by, c.req.valid('param').id, c.req.valid('json'));
      return c.json(result, result.applied ? 200 : 202);
    })
    .openapi(reveal, async (c) => {
      const { id } = c.req.valid('param');
      return c.json(await revealPersonalData(deps, c.var, id, c.req.valid('json').purpose), 200);
    })
    .openapi(askAccess, async (c) => {
      if (!(await mayReadDocument(deps, c.var.actor, c.req.valid('param').id))) throw problem('not-found');
      return c.body(null, 204);
    })
    .openapi(openFile, async (c) => {
      if (!(await openDocument(deps, c.var, c.req.valid('param').id))) throw problem('not-found');
      return c.body(null, 204);
    });
