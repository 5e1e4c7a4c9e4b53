import { createRoute, type z } from '@hono/zod-openapi';
import {
  ClaimedFiling,
  namesItsMatter,
  PublicAppealForm,
  PublicAppealReceipt,
  TrackedAppeal,
  Tracking,
} from '@beian/contracts/appeals.ts';
import { createRoutes, problemResponses } from '@beian/service-kit/create-app.ts';
import type { Deps } from '../deps.ts';
import { claimFiling } from './claim-filing.ts';
import { lodgePublicAppeal } from './lodge-public-appeal.ts';
import { trackAppeal } from './track-appeal.ts';

const json = <T extends z.ZodType>(schema: T) => ({ 'application/json': { schema } });
const body = <T extends z.ZodType>(schema: T) => ({ required: true, content: json(schema) });

// OpenAPI has no word for a file; this says it in the document's own.
const DescribedForm = PublicAppealForm.extend({
  file: PublicAppealForm.shape.file.openapi({ type: 'string', format: 'binary' }),
}).superRefine(namesItsMatter);

const lodge = createRoute({
  method: 'post',
  path: '/api/public/appeals',
  tags: ['public'],
  summary: '未登录申诉',
  request: { body: { required: true, content: { 'multipart/form-data': { schema: DescribedForm } } } },
  responses: {
    201: { description: 'lodged; the tracking code is shown this once', content: json(PublicAppealReceipt) },
    ...problemResponses(
      'request.malformed',
      'request.invalid',
      'captcha.invalid',
      'captcha.used',
      'document.empty',
      'document.too-large',
      'document.type',
      'document.infected',
      'document.storage-down',
      'upstream.unavailable',
    ),
  },
});
const track = createRoute({
  method: 'post',
  path: '/api/public/appeals/tracking',
  tags: ['public'],
  summary: '申诉进度查询',
  request: { body: body(Tracking) },
  responses: {
    200: { description: 'how far it is, and the answer', content: json(TrackedAppeal) },
    ...problemResponses('request.malformed', 'request.invalid', 'not-found'),
  },
});
const claim = createRoute({
  method: 'post',
  path: '/api/appeals/claim',
  tags: ['applications'],
  summary: '凭查询码接收备案',
  request: { body: body(Tracking) },
  responses: {
    200: { description: 'the filing is held by the account', content: json(ClaimedFiling) },
    ...problemResponses(
      'auth.required',
      'auth.forbidden',
      'request.malformed',
      'request.invalid',
      'not-found',
      'appeal.not-claimable',
    ),
  },
});

/** Routes of appeals beside /api/applications: without sign-in, and what such an appeal leads to. */
export const appealsRoutes = (deps: Deps) =>
  createRoutes()
    .openapi(lodge, async (c) => {
      c.header('cache-control', 'no-store');
      return c.json(await lodgePublicAppeal(deps, c.req.valid('form')), 201);
    })
    .openapi(track, async (c) => {
      c.header('cache-control', 'no-store');
      return c.json(await trackAppeal(deps, c.req.valid('json').trackingCode), 200);
    })
    .openapi(claim, async (c) => c.json(await claimFiling(deps, c.var.actor, c.req.valid('json').trackingCode), 200));
