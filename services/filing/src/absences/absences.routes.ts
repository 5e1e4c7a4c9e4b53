import { createRoute, z } from '@hono/zod-openapi';
import { Absence, AbsenceList, SetAbsence } from '@beian/contracts/absences.ts';
import { Id } from '@beian/contracts/common.ts';
import { createRoutes, problemResponses } from '@beian/service-kit/create-app.ts';
import type { Deps } from '../deps.ts';
import { listAbsences } from './list-absences.ts';
import { endAbsence, setAbsence } from './set-absence.ts';

const tags = ['review'];
const json = <T extends z.ZodType>(schema: T) => ({ 'application/json': { schema } });
const staff = ['auth.required', 'auth.forbidden'] as const;

const list = createRoute({
  method: 'get',
  path: '/api/review/absences',
  tags,
  summary: '代班列表',
  responses: {
    200: { description: "the organ's absences that are not over", content: json(AbsenceList) },
    ...problemResponses(...staff),
  },
});
const set = createRoute({
  method: 'post',
  path: '/api/review/absences',
  tags,
  summary: '设置代班',
  request: { body: { required: true, content: json(SetAbsence) } },
  responses: {
    201: { description: 'covered', content: json(Absence) },
    ...problemResponses(...staff, 'request.invalid', 'request.malformed', 'absence.overlaps', 'upstream.unavailable'),
  },
});
const end = createRoute({
  method: 'delete',
  path: '/api/review/absences/{id}',
  tags,
  summary: '结束代班',
  request: { params: z.object({ id: Id }) },
  responses: { 204: { description: 'ended' }, ...problemResponses(...staff, 'not-found', 'request.invalid') },
});

/** Routes of /api/review/absences. */
export const absencesRoutes = (deps: Deps) =>
  createRoutes()
    .openapi(list, async (c) => c.json({ items: await listAbsences(deps, c.var.actor) }, 200))
    .openapi(set, async (c) => c.json(await setAbsence(deps, c.var, c.req.valid('json')), 201))
    .openapi(end, async (c) => {
      await endAbsence(deps, c.var.actor, c.req.valid('param').id);
      return c.body(null, 204);
    });
