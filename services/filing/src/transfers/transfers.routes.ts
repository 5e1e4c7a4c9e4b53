import { createRoute, z } from '@hono/zod-openapi';
import { ApplicationSummary } from '@beian/contracts/applications.ts';
import { Id, PageQuery } from '@beian/contracts/common.ts';
import { IncomingTransfer, IncomingTransferList, TransferAnswer } from '@beian/contracts/transfers.ts';
import { createRoutes, problemResponses } from '@beian/service-kit/create-app.ts';
import { idempotencyKey, idempotencyOf } from '@beian/service-kit/idempotency.ts';
import type { Deps } from '../deps.ts';
import { answerTransfer } from './answer-transfer.ts';
import { listIncomingTransfers } from './incoming-transfers.ts';
import { revokeTransfer } from './revoke-transfer.ts';
import { writeTransferReceipt } from './transfer-receipt.ts';

const tags = ['transfers'];
const params = z.object({ applicationId: Id });
const json = <T extends z.ZodType>(schema: T) => ({ 'application/json': { schema } });
const filer = ['auth.required', 'auth.forbidden', 'request.invalid'] as const;

const incoming = createRoute({
  method: 'get',
  path: '/api/transfers/incoming',
  tags,
  summary: '移交接收',
  request: { query: PageQuery },
  responses: {
    200: { description: 'transfers to this person', content: json(IncomingTransferList) },
    ...problemResponses(...filer),
  },
});
const answer = createRoute({
  method: 'post',
  path: '/api/transfers/{applicationId}/answer',
  tags,
  summary: '接收或拒绝接收',
  parameters: [idempotencyKey()],
  request: { params, body: { required: true, content: json(TransferAnswer) } },
  responses: {
    200: { description: 'settled; on acceptance the filing is yours', content: json(IncomingTransfer) },
    202: { description: 'recorded; it will be settled', content: json(IncomingTransfer) },
    ...problemResponses(
      ...filer,
      'auth.step-up-required',
      'auth.program-not-allowed',
      'request.malformed',
      'not-found',
      'transfer.settled',
      'transfer.overdue',
      'filing.held',
      'filing.not-valid',
      'idempotency.conflict',
    ),
  },
});
const revoke = createRoute({
  method: 'post',
  path: '/api/transfers/{applicationId}/revocation',
  tags,
  summary: '撤销移交',
  request: { params },
  responses: {
    200: { description: 'revoked', content: json(ApplicationSummary) },
    202: { description: 'recorded; it will be settled', content: json(ApplicationSummary) },
    ...problemResponses(...filer, 'not-found', 'transfer.settled', 'application.not-open'),
  },
});
const receipt = createRoute({
  method: 'get',
  path: '/api/transfers/{applicationId}/receipt.pdf',
  tags,
  summary: '移交回执',
  request: { params },
  responses: {
    200: { description: 'PDF', content: { 'application/pdf': { schema: z.string().meta({ format: 'binary' }) } } },
    ...problemResponses(...filer, 'not-found'),
  },
});

/** Routes of /api/transfers. */
export const transfersRoutes = (deps: Deps) =>
  createRoutes()
    .openapi(incoming, async (c) => c.json(await listIncomingTransfers(deps, c.var.actor, c.req.valid('query')), 200))
    .openapi(answer, async (c) => {
      const by = { actor: c.var.actor, idempotency: await idempotencyOf(c) };
      const { applicationId } = c.req.valid('param');
      const { transfer, applied } = await answerTransfer(deps, by, applicationId, c.req.valid('json'));
      return c.json(transfer, applied ? 200 : 202);
    })
    .openapi(revoke, async (c) => {
      const { summary, applied } = await revokeTransfer(deps, c.var.actor, c.req.valid('param').applicationId);
      return c.json(summary, applied ? 200 : 202);
    })
    .openapi(receipt, async (c) => {
      const { name, pdf } = await writeTransferReceipt(deps, c.var.actor, c.req.valid('param').applicationId);
      return c.body(new Uint8Array(pdf), 200, {
        'content-type': 'application/pdf',
        'content-disposition': `inline; filename="${name}"`,
        'cache-control': 'private, no-store',
      });
    });
