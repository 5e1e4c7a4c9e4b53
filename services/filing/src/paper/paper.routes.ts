import { createRoute, z } from '@hono/zod-openapi';
import { ApplicationSummary } from '@beian/contracts/applications.ts';
import { Id, PageQuery } from '@beian/contracts/common.ts';
import { Filing } from '@beian/contracts/filings.ts';
import { ClaimCode, ClaimFiling, PaperFilingList, PaperSubmission } from '@beian/contracts/paper-filings.ts';
import { createRoutes, problemResponses } from '@beian/service-kit/create-app.ts';
import { idempotencyKey, idempotencyOf, orFirstAnswer } from '@beian/service-kit/idempotency.ts';
import type { Deps } from '../deps.ts';
import { claimFiling } from './claim-filing.ts';
import { issueClaimCode } from './issue-claim-code.ts';
import { listPaperFilings } from './list-paper-filings.ts';
import { submitPaperRegistration } from './submit-paper-registration.ts';

const tags = ['paper-filings'];
const json = <T extends z.ZodType>(schema: T) => ({ 'application/json': { schema } });
const signedIn = ['auth.required', 'auth.forbidden', 'request.invalid'] as const;

const enter = createRoute({
  method: 'post',
  path: '/api/paper-filings',
  tags,
  summary: '线下录入',
  parameters: [idempotencyKey(true)],
  request: { body: { required: true, content: json(PaperSubmission) } },
  responses: {
    201: { description: 'entered, on its way to review', content: json(ApplicationSummary) },
    ...problemResponses(
      ...signedIn,
      'request.malformed',
      'idempotency.key-required',
      'idempotency.conflict',
      'device-table.unreadable',
      'device-table.busy',
      'document.storage-down',
      'upstream.unavailable',
    ),
  },
});
const list = createRoute({
  method: 'get',
  path: '/api/paper-filings',
  tags,
  summary: '本机关线下备案',
  request: { query: PageQuery },
  responses: {
    200: { description: 'filings on paper', content: json(PaperFilingList) },
    ...problemResponses(...signedIn),
  },
});
const issue = createRoute({
  method: 'post',
  path: '/api/paper-filings/{id}/claim-code',
  tags,
  summary: '领取认领码',
  request: { params: z.object({ id: Id }) },
  responses: {
    201: { description: 'shown once', content: json(ClaimCode) },
    ...problemResponses(...signedIn, 'not-found', 'filing.not-completed'),
  },
});
const claim = createRoute({
  method: 'post',
  path: '/api/filings/claims',
  tags,
  summary: '认领',
  request: { body: { required: true, content: json(ClaimFiling) } },
  responses: {
    201: { description: 'the filing is held', content: json(Filing) },
    ...problemResponses(...signedIn, 'request.malformed', 'filing.claimed'),
  },
});

/** Routes of the paper channel: the clerk's entry and the owner's claim. */
export const paperRoutes = (deps: Deps) =>
  createRoutes()
    .openapi(enter, async (c) => {
      const by = { actor: c.var.actor, token: c.var.token, idempotency: await idempotencyOf(c, true) };
      return c.json(await orFirstAnswer(deps, by, () => submitPaperRegistration(deps, by, c.req.valid('json'))), 201);
    })
    .openapi(list, async (c) => c.json(await listPaperFilings(deps, c.var.actor, c.req.valid('query')), 200))
    .openapi(issue, async (c) => {
      c.header('cache-control', 'no-store');
      return c.json(await issueClaimCode(deps, c.var.actor, c.req.valid('param').id), 201);
    })
    .openapi(claim, async (c) => c.json(await claimFiling(deps, c.var.actor, c.req.valid('json')), 201));
