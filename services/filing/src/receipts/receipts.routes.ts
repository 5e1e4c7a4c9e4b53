import { createRoute, type z } from '@hono/zod-openapi';
import { ReceiptFacts, ReceiptKeys, VerifyReceipt } from '@beian/contracts/receipts.ts';
import { createRoutes, problemResponses } from '@beian/service-kit/create-app.ts';
import type { Deps } from '../deps.ts';

const tags = ['public'];
const json = <T extends z.ZodType>(schema: T) => ({ 'application/json': { schema } });

const keys = createRoute({
  method: 'get',
  path: '/api/public/receipts/keys',
  tags,
  summary: '回执签名公钥',
  responses: { 200: { description: 'for checks without the platform', content: json(ReceiptKeys) } },
});
const verification = createRoute({
  method: 'post',
  path: '/api/public/receipts/verification',
  tags,
  summary: '核验回执签名',
  request: { body: { required: true, content: json(VerifyReceipt) } },
  responses: {
    200: { description: 'signed by the platform; what it says', content: json(ReceiptFacts) },
    ...problemResponses('request.invalid', 'request.malformed', 'receipt.invalid'),
  },
});

/** Signed receipts (N7) for anybody: the public keys, and whether a token of a receipt is ours. */
export const receiptsRoutes = ({ receipts }: Pick<Deps, 'receipts'>) =>
  createRoutes()
    .openapi(keys, (c) => {
      c.header('cache-control', 'public, max-age=3600');
      return c.json(receipts.keys, 200);
    })
    .openapi(verification, async (c) => {
      c.header('cache-control', 'no-store');
      return c.json(await receipts.verify(c.req.valid('json').receipt), 200);
    });
