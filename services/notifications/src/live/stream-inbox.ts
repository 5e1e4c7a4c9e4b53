import type { Context } from 'hono';
import { streamSSE, type SSEStreamingApi } from 'hono/streaming';
import type { InboxNews } from '@beian/contracts/notifications.ts';
import { endOfToken } from '@beian/service-kit/actor.ts';
import type { AppEnv } from '@beian/service-kit/create-app.ts';
import { problem } from '@beian/service-kit/problem.ts';
import type { Deps } from '../deps.ts';
import type { Reader } from '../inbox/inbox-reader.ts';
import { readNews } from '../inbox/read-inbox.ts';
import type { Listener } from './live-inboxes.ts';

/** How long a client waits before it connects again, and a refused one is told to wait. */
const retryMs = 3000;
const refusedSeconds = 30;

/**
 * The inbox as Server-Sent Events: the unread count at once and at every change, with the ids that came since Last-Event-ID. A stream ends
 * with the token that opened it; the client connects again, and whoever has no session any more does not get in. `request.too-many`
 * when the account has too many open.
 */
export function streamInbox(deps: Deps, c: Context<AppEnv>, reader: Reader): Response {
  const listener = deps.live.listen(reader);
  if (!listener) throw problem('request.too-many', { params: { seconds: refusedSeconds } });
  const ends = endOfToken(c.var.token).getTime();
  const lastId = c.req.header('last-event-id');
  const since = lastId !== undefined && /^\d{1,18}$/.test(lastId) ? lastId : undefined;
  // A proxy that gathers answers would keep news back.
  c.header('x-accel-buffering', 'no');
  return streamSSE(c, async (stream) => {
    stream.onAbort(listener.close);
    await tell(deps, { stream, listener, reader, since, ends })
      .catch((error: unknown) => c.var.log.warn({ err: error }, 'inbox.stream-broken'))
      .finally(listener.close);
  });
}

type Telling = { stream: SSEStreamingApi; listener: Listener; reader: Reader; since: string | undefined; ends: number };

async function tell(deps: Deps, { stream, listener, reader, since, ends }: Telling): Promise<void> {
  let position = since;
  let told: InboxNews | undefined;
  while (!listener.isClosed() && Date.now() < ends) {
    const { position: reached, ...news } = await readNews(deps, reader, position);
    if (told === undefined || news.items.length > 0 || news.unread !== told.unread) {
      await stream.writeSSE({ event: 'inbox', id: reached, data: JSON.stringify(news), retry: retryMs });
    } else {
      await stream.write(': still here\n\n');
    }
    [position, told] = [reached, news];
    // Looking again at every heartbeat heals an announcement that was lost.
    await listener.news(Math.max(0, Math.min(deps.heartbeatMs, ends - Date.now())));
  }
}
