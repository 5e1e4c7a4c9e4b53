import { createRoute, z } from '@hono/zod-openapi';
import { Id } from '@beian/contracts/common.ts';
import { ReviewNote, Urge, WriteNote } from '@beian/contracts/review.ts';
import { createRoutes, problemResponses } from '@beian/service-kit/create-app.ts';
import type { Deps } from '../deps.ts';
import { urgeReview, writeNote } from './write-note.ts';

const tags = ['review'];
const params = z.object({ id: Id });
const json = <T extends z.ZodType>(schema: T) => ({ 'application/json': { schema } });
const body = <T extends z.ZodType>(schema: T) => ({ required: true, content: json(schema) });
const staff = ['auth.required', 'auth.forbidden', 'request.invalid', 'request.malformed', 'not-found'] as const;
const note = { description: 'the note', content: json(ReviewNote) };

const write = createRoute({
  method: 'post',
  path: '/api/review/tasks/{id}/notes',
  tags,
  summary: '添加内部备注',
  request: { params, body: body(WriteNote) },
  responses: { 201: note, ...problemResponses(...staff) },
});
const urge = createRoute({
  method: 'post',
  path: '/api/review/tasks/{id}/urging',
  tags,
  summary: '督办',
  request: { params, body: body(Urge) },
  responses: { 201: note, ...problemResponses(...staff, 'task.decided', 'task.cancelled') },
});

/** Routes of what staff tell each other about a task: notes and urging. */
export const notesRoutes = (deps: Deps) =>
  createRoutes()
    .openapi(write, async (c) =>
      c.json(await writeNote(deps, c.var.actor, c.req.valid('param').id, c.req.valid('json')), 201),
    )
    .openapi(urge, async (c) =>
      c.json(await urgeReview(deps, c.var.actor, c.req.valid('param').id, c.req.valid('json')), 201),
    );
