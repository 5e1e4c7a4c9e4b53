import { createRoute, z } from '@hono/zod-openapi';
import { Id } from '@beian/contracts/common.ts';
import { ReviewTask, SuspendReview } from '@beian/contracts/review.ts';
import { createRoutes, problemResponses } from '@beian/service-kit/create-app.ts';
import type { Deps } from '../deps.ts';
import { resumeTask } from './resume-task.ts';
import { suspendTask } from './suspend-task.ts';

const tags = ['review'];
const params = z.object({ id: Id });
const json = <T extends z.ZodType>(schema: T) => ({ 'application/json': { schema } });
const answers = {
  200: { description: 'the task; settled', content: json(ReviewTask) },
  202: { description: 'the task; recorded, it will be settled', content: json(ReviewTask) },
};
const staff = ['auth.required', 'auth.forbidden', 'request.invalid', 'not-found'] as const;
const closed = ['task.decided', 'task.cancelled'] as const;

const suspend = createRoute({
  method: 'post',
  path: '/api/review/tasks/{id}/suspension',
  tags,
  summary: '挂起审核',
  request: { params, body: { required: true, content: json(SuspendReview) } },
  responses: {
    ...answers,
    ...problemResponses(
      ...staff,
      ...closed,
      'request.malformed',
      'task.not-claimed',
      'task.suspended',
      'task.suspended-before',
      'task.suspensions-spent',
    ),
  },
});
const resume = createRoute({
  method: 'post',
  path: '/api/review/tasks/{id}/resumption',
  tags,
  summary: '恢复办理',
  request: { params },
  responses: { ...answers, ...problemResponses(...staff, ...closed, 'task.not-suspended') },
});

/** Routes of a review that is suspended and goes on. */
export const suspensionsRoutes = (deps: Deps) =>
  createRoutes()
    .openapi(suspend, async (c) => {
      const { task, applied } = await suspendTask(deps, c.var.actor, c.req.valid('param').id, c.req.valid('json'));
      return c.json(task, applied ? 200 : 202);
    })
    .openapi(resume, async (c) => {
      const { task, applied } = await resumeTask(deps, c.var.actor, c.req.valid('param').id);
      return c.json(task, applied ? 200 : 202);
    });
