import { createAdaptorServer } from '@hono/node-server';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { Inbox, InboxNews } from '@beian/contracts/notifications.ts';
import type { Actor } from '@beian/service-kit/actor.ts';
import { handleOnce } from '@beian/service-kit/consumer.ts';
import { connectNats, type Nats } from '@beian/service-kit/nats.ts';
import { aPersonalUser, aReviewer, bearer, tokenOf } from '@beian/testkit/actors.ts';
import { openEvents } from '@beian/testkit/event-stream.ts';
import { expectProblem } from '@beian/testkit/expect-problem.ts';
import { aNotifications, aTimelineEvent, type TestNotifications } from '@beian/testkit/notifications.ts';
import { as, eventually, json } from '@beian/testkit/registration.ts';
import { servers } from '@beian/testkit/servers.ts';
import { aSpace } from '@beian/testkit/spaces.ts';
import { notifyOfEvents } from '../inbox/notify.ts';
import { listening } from '@beian/testkit/listening.ts';

/** Two processes of the service on one database and one NATS, and their addresses. */
let nats: Nats;
let processes: [TestNotifications, TestNotifications];
const urls = new Map<TestNotifications, string>();
const stops: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  nats = connectNats({ url: servers().natsUrl, name: 'notifications', space: aSpace() });
  const first = await aNotifications({ nats });
  const databaseUrl = first.deps.orm.config.get('clientUrl') ?? '';
  const second = await aNotifications({ nats, databaseUrl, heartbeatMs: 100 });
  processes = [first, second];
  for (const one of processes) {
    const server = createAdaptorServer({ fetch: one.app.fetch });
    urls.set(one, await listening(server));
    stops.push(one.stop, async () => server.close());
  }
});
afterAll(async () => {
  for (const stop of stops) await stop();
  await nats.close();
});

async function publish(event: ReturnType<typeof aTimelineEvent>): Promise<void> {
  const { js } = await nats.jetstream();
  await js.publish(nats.subjectOf('timeline.added'), JSON.stringify(event), { msgID: event.id });
}
async function opened(one: TestNotifications, actor: Actor, headers: Record<string, string> = {}) {
  const stream = await openEvents(`${urls.get(one)}/api/inbox/stream`, { ...(await bearer(actor)), ...headers });
  onTestFinished(() => stream.close());
  return stream;
}
const newsOf = async (stream: Awaited<ReturnType<typeof opened>>) => {
  const event = await stream.next();
  return { id: event?.id ?? '', ...(event?.data as InboxNews) };
};

describe('the live inbox', () => {
  it('says at once how many are unread, and then what comes, in every process', async () => {
    const filer = aPersonalUser();
    const streams = [await opened(processes[0], filer), await opened(processes[1], filer)];
    for (const stream of streams) {
      expect(stream.headers.get('content-type')).toContain('text/event-stream');
      expect(await newsOf(stream)).toMatchObject({ unread: 0, items: [] });
    }
    await publish(aTimelineEvent({ accountId: filer.accountId }));
    const told = await Promise.all(streams.map(newsOf));
    const [item] = (await json<Inbox>(await as(processes[0], filer).get('/api/inbox'))).items;
    for (const news of told) expect(news).toMatchObject({ unread: 1, items: [item!.id] });

    await as(processes[0], filer).post(`/api/inbox/${item!.id}/read`);
    for (const stream of streams) expect(await newsOf(stream)).toMatchObject({ unread: 0, items: [] });
  });

  it('tells staff of a task of their organ', async () => {
    const stream = await opened(processes[1], aReviewer());
    const before = await newsOf(stream);
    await publish(aTimelineEvent({ entry: 'review_opened' }));
    expect((await newsOf(stream)).unread).toBe(before.unread + 1);
  });

  it('goes on after Last-Event-ID with what came meanwhile, and nothing twice', async () => {
    const filer = aPersonalUser();
    const before = await opened(processes[0], filer);
    await newsOf(before);
    await publish(aTimelineEvent({ accountId: filer.accountId, entry: 'submitted' }));
    const { id } = await newsOf(before);
    before.close();
    await publish(aTimelineEvent({ accountId: filer.accountId, entry: 'returned' }));
    const list = async () => json<Inbox>(await as(processes[0], filer).get('/api/inbox'));
    const { items } = await eventually(list, ({ unread }) => unread === 2);
    const after = await opened(processes[1], filer, { 'last-event-id': id });
    expect(await newsOf(after)).toMatchObject({ unread: 2, items: [items[0]!.id] });
  });

  it('shows that it is alive, and finds by itself what nobody announced', async () => {
    const filer = aPersonalUser();
    const stream = await opened(processes[1], filer);
    await newsOf(stream);
    const next = newsOf(stream);
    await eventually(
      async () => stream.comments(),
      (comments) => comments > 1,
    );
    const deaf = { ...processes[0].deps, live: { ...processes[0].deps.live, tell: () => undefined } };
    await handleOnce(deaf, 'notifications', notifyOfEvents(deaf), aTimelineEvent({ accountId: filer.accountId }));
    expect(await next).toMatchObject({ unread: 1 });
  });

  it('ends with the token that opened it', async () => {
    const authorization = `Bearer ${await tokenOf(aPersonalUser(), '5s')}`;
    const stream = await openEvents(`${urls.get(processes[0])}/api/inbox/stream`, { authorization });
    await stream.next();
    expect(await stream.next()).toBeUndefined();
  });

  it('is bounded for each account, and a reader who left makes room', async () => {
    const filer = aPersonalUser();
    const streams = await Promise.all(Array.from({ length: 6 }, () => opened(processes[0], filer)));
    const seventh = () => as(processes[0], filer).get('/api/inbox/stream');
    const refused = await seventh();
    expect(refused.headers.get('retry-after')).toBe('30');
    await expectProblem(refused, { status: 429, code: 'request.too-many' });
    expect((await as(processes[0], aPersonalUser()).get('/api/inbox')).status).toBe(200);
    streams[0]?.close();
    const again = await eventually(
      () => opened(processes[0], filer).catch(() => undefined),
      (stream) => stream !== undefined,
    );
    expect(await again?.next()).toMatchObject({ event: 'inbox' });
  });
});
