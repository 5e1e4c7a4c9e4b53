import { createRoute, z } from '@hono/zod-openapi';
import { ChainHead } from '@beian/contracts/audit.ts';
import { requireService } from '@beian/service-kit/actor.ts';
import { createRoutes, problemResponses } from '@beian/service-kit/create-app.ts';
import type { Deps } from '../deps.ts';

const tags = ['internal'];

const publish = createRoute({
  method: 'post',
  path: '/internal/audit-heads',
  tags,
  request: { body: { required: true, content: { 'application/json': { schema: ChainHead } } } },
  responses: {
    204: { description: 'kept' },
    ...problemResponses('auth.required', 'auth.forbidden', 'request.invalid', 'document.storage-down'),
  },
});
const list = createRoute({
  method: 'get',
  path: '/internal/audit-heads',
  tags,
  request: { query: z.object({ after: z.coerce.number().int().min(0).default(0).meta({ description: 'a seq' }) }) },
  responses: {
    200: {
      description: 'a ChainHead a line',
      content: { 'application/octet-stream': { schema: z.string().meta({ format: 'binary' }) } },
    },
    ...problemResponses('auth.required', 'auth.forbidden', 'request.invalid', 'document.storage-down'),
  },
});

/** Where each service publishes the heads of its own audit chain, and reads them again (I40). */
export const auditHeadsRoutes = ({ heads }: Pick<Deps, 'heads'>) =>
  createRoutes()
    .openapi(publish, async (c) => {
      await heads.keep(requireService(c.var.actor).name, c.req.valid('json'));
      return c.body(null, 204);
    })
    .openapi(list, async (c) => {
      const { after } = c.req.valid('query');
      const listed = heads.after(requireService(c.var.actor).name, after)[Symbol.asyncIterator]();
      // The first before the answer begins: a store that is away is a problem, not half a list.
      const first = await listed.next();
      // A failure later on breaks the connection off, so that half a list is never taken for the whole.
      return c.body(ReadableStream.from(linesOf(first, listed)), 200, { 'content-type': 'application/octet-stream' });
    });

async function* linesOf(first: IteratorResult<ChainHead>, rest: AsyncIterator<ChainHead>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for (let next = first; !next.done; next = await rest.next()) yield encoder.encode(`${JSON.stringify(next.value)}\n`);
}
