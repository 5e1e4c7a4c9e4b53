import { createRoute, z } from '@hono/zod-openapi';
import {
  Application,
  ApplicationList,
  ApplicationQuery,
  ApplicationSummary,
  Extension,
  Resubmission,
  Withdrawal,
} from '@beian/contracts/applications.ts';
import { SubmitApplication } from '@beian/contracts/submissions.ts';
import { Id } from '@beian/contracts/common.ts';
import { createRoutes, problemResponses } from '@beian/service-kit/create-app.ts';
import { idempotencyKey, idempotencyOf, orFirstAnswer } from '@beian/service-kit/idempotency.ts';
import type { Deps } from '../deps.ts';
import { extendCorrection } from './extend-correction.ts';
import { getApplication, listApplications } from './list-applications.ts';
import { resubmitApplication } from './resubmit-application.ts';
import { submitApplication } from './submit-application.ts';
import { withdrawApplication } from './withdraw-application.ts';
import { writeReceipt } from './write-receipt.ts';

const tags = ['applications'];
const params = z.object({ id: Id });
const json = <T extends z.ZodType>(schema: T) => ({ 'application/json': { schema } });
const filer = ['auth.required', 'auth.forbidden', 'request.invalid'] as const;
const checking = [
  'request.malformed',
  'idempotency.conflict',
  'device-table.unreadable',
  'device-table.busy',
  'document.storage-down',
  'upstream.unavailable',
] as const;

const submit = createRoute({
  method: 'post',
  path: '/api/applications',
  tags,
  summary: '提交申请',
  parameters: [idempotencyKey(true)],
  request: { body: { required: true, content: json(SubmitApplication) } },
  responses: {
    201: { description: 'accepted, with its number', content: json(ApplicationSummary) },
    ...problemResponses(
      ...filer,
      ...checking,
      'idempotency.key-required',
      'auth.step-up-required',
      'auth.program-not-allowed',
      'filing.busy',
      'filing.not-valid',
      'filing.stale',
    ),
  },
});
const list = createRoute({
  method: 'get',
  path: '/api/applications',
  tags,
  summary: '业务查询',
  request: { query: ApplicationQuery },
  responses: {
    200: { description: 'own applications', content: json(ApplicationList) },
    ...problemResponses(...filer),
  },
});
const show = createRoute({
  method: 'get',
  path: '/api/applications/{id}',
  tags,
  summary: '业务详情',
  request: { params },
  responses: {
    200: { description: 'the application', content: json(Application) },
    ...problemResponses(...filer, 'not-found'),
  },
});
const resubmit = createRoute({
  method: 'post',
  path: '/api/applications/{id}/resubmission',
  tags,
  summary: '补正后重新提交',
  parameters: [idempotencyKey()],
  request: { params, body: { required: true, content: json(Resubmission) } },
  responses: {
    201: { description: 'the new version is in review', content: json(ApplicationSummary) },
    ...problemResponses(...filer, ...checking, 'not-found', 'application.not-open', 'application.version-stale'),
  },
});
const withdraw = createRoute({
  method: 'post',
  path: '/api/applications/{id}/withdrawal',
  tags,
  summary: '撤回',
  request: { params, body: { required: true, content: json(Withdrawal) } },
  responses: {
    200: { description: 'withdrawn', content: json(ApplicationSummary) },
    202: { description: 'recorded; it will be settled', content: json(ApplicationSummary) },
    ...problemResponses(...filer, 'request.malformed', 'not-found', 'application.not-open', 'application.decided'),
  },
});
const extend = createRoute({
  method: 'post',
  path: '/api/applications/{id}/extension',
  tags,
  summary: '申请补正延期',
  request: { params, body: { required: true, content: json(Extension) } },
  responses: {
    200: { description: 'the deadline has moved', content: json(ApplicationSummary) },
    202: { description: 'recorded; it will be settled', content: json(ApplicationSummary) },
    ...problemResponses(...filer, 'request.malformed', 'not-found', 'application.not-open', 'application.extended'),
  },
});
const receipt = createRoute({
  method: 'get',
  path: '/api/applications/{id}/receipt.pdf',
  tags,
  summary: '受理回执',
  request: { params },
  responses: {
    200: { description: 'PDF', content: { 'application/pdf': { schema: z.string().meta({ format: 'binary' }) } } },
    ...problemResponses(...filer, 'not-found'),
  },
});

/** Routes of /api/applications. */
export const applicationsRoutes = (deps: Deps) =>
  createRoutes()
    .openapi(submit, async (c) => {
      const by = { actor: c.var.actor, token: c.var.token, idempotency: await idempotencyOf(c, true) };
      return c.json(await orFirstAnswer(deps, by, () => submitApplication(deps, by, c.req.valid('json'))), 201);
    })
    .openapi(list, async (c) => c.json(await listApplications(deps, c.var.actor, c.req.valid('query')), 200))
    .openapi(show, async (c) => c.json(await getApplication(deps, c.var.actor, c.req.valid('param').id), 200))
    .openapi(resubmit, async (c) => {
      const by = { actor: c.var.actor, token: c.var.token, idempotency: await idempotencyOf(c) };
      const { id } = c.req.valid('param');
      const work = () => resubmitApplication(deps, by, id, c.req.valid('json'));
      return c.json(await orFirstAnswer(deps, by, work), 201);
    })
    .openapi(withdraw, async (c) => {
      const { id } = c.req.valid('param');
      const { summary, applied } = await withdrawApplication(deps, c.var.actor, id, c.req.valid('json'));
      return c.json(summary, applied ? 200 : 202);
    })
    .openapi(extend, async (c) => {
      const { id } = c.req.valid('param');
      const { summary, applied } = await extendCorrection(deps, c.var.actor, id, c.req.valid('json'));
      return c.json(summary, applied ? 200 : 202);
    })
    .openapi(receipt, async (c) => {
      const { name, pdf } = await writeReceipt(deps, c.var.actor, c.req.valid('param').id);
      return c.body(new Uint8Array(pdf), 200, {
        'content-type': 'application/pdf',
        'content-disposition': `inline; filename="${name}"`,
        'cache-control': 'private, no-store',
      });
    });
