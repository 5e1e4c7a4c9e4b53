import { createRoute, z } from '@hono/zod-openapi';
import { Id } from '@beian/contracts/common.ts';
import { Inbox, InboxQuery } from '@beian/contracts/notifications.ts';
import { localeOf } from '@beian/contracts/problems.ts';
import { createRoutes, problemResponses } from '@beian/service-kit/create-app.ts';
import type { Deps } from '../deps.ts';
import { streamInbox } from '../live/stream-inbox.ts';
import { readerOf } from './inbox-reader.ts';
import { markAllRead, markRead } from './mark-read.ts';
import { readInbox } from './read-inbox.ts';

const tags = ['inbox'];
const list = createRoute({
  method: 'get',
  path: '/api/inbox',
  tags,
  summary: '站内消息',
  request: { query: InboxQuery },
  responses: {
    200: { description: 'newest first', content: { 'application/json': { schema: Inbox } } },
    ...problemResponses('auth.required', 'auth.forbidden', 'request.invalid'),
  },
});
const stream = createRoute({
  method: 'get',
  path: '/api/inbox/stream',
  tags,
  summary: '消息动态（SSE）',
  description:
    'Server-Sent Events named `inbox`; `data` is an InboxNews. Takes Last-Event-ID. Ends with the token or the session: connect again.',
  responses: {
    200: { description: 'the stream', content: { 'text/event-stream': { schema: z.string() } } },
    ...problemResponses('auth.required', 'auth.forbidden', 'request.too-many'),
  },
});
const read = createRoute({
  method: 'post',
  path: '/api/inbox/{id}/read',
  tags,
  summary: '标为已读',
  request: { params: z.object({ id: Id }) },
  responses: {
    204: { description: 'read' },
    ...problemResponses('auth.required', 'auth.forbidden', 'not-found', 'request.invalid'),
  },
});
const readAll = createRoute({
  method: 'post',
  path: '/api/inbox/read-all',
  tags,
  summary: '全部标为已读',
  responses: { 204: { description: 'read' }, ...problemResponses('auth.required', 'auth.forbidden') },
});

/** Routes of /api/inbox (I20). */
export const inboxRoutes = (deps: Deps) =>
  createRoutes()
    .openapi(list, async (c) => {
      const locale = localeOf(c.req.header('accept-language'));
      c.header('cache-control', 'no-store');
      return c.json(await readInbox(deps, readerOf(c.var.actor), c.req.valid('query'), locale), 200);
    })
    .openapi(stream, (c) => streamInbox(deps, c, readerOf(c.var.actor)))
    .openapi(read, async (c) => {
      await markRead(deps, c.var.actor, c.req.valid('param').id);
      return c.body(null, 204);
    })
    .openapi(readAll, async (c) => {
      await markAllRead(deps, c.var.actor);
      return c.body(null, 204);
    });
