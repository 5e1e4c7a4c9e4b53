import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { Me } from '@beian/contracts/accounts.ts';
import { aPersonalUser, tokenOf } from '@beian/testkit/actors.ts';
import { openEvents } from '@beian/testkit/event-stream.ts';
import { expectProblem } from '@beian/testkit/expect-problem.ts';
import { aFront, type Front } from '@beian/testkit/front.ts';
import { listening } from '@beian/testkit/listening.ts';
import { aLoneGateway } from '@beian/testkit/lone-gateway.ts';
import { aTimelineEvent } from '@beian/testkit/notifications.ts';
import { eventually, json } from '@beian/testkit/registration.ts';
import { fromOurPage, signIn } from '@beian/testkit/sign-in.ts';

let front: Front;
beforeAll(async () => {
  front = await aFront({ sessionCheckMs: 100 });
});
afterAll(() => front.stop());

const signedIn = () => signIn(front.baseUrl, { username: 'zhangwei', password: 'beian-demo', as: 'personal' });
const streamUrl = (at = front.baseUrl) => new URL('/api/inbox/stream', at);
async function opened(headers: Record<string, string>, at?: string) {
  const stream = await openEvents(streamUrl(at), headers);
  onTestFinished(() => stream.close());
  return stream;
}

describe('a stream of events through the gateway', () => {
  it('lasts longer than any other answer may, and brings what happens then', async () => {
    const cookie = await signedIn();
    const { accountId } = await json<Me>(await fetch(new URL('/api/me', front.baseUrl), { headers: { cookie } }));
    // Long enough for a machine that stands still for a moment to begin an answer in.
    const timeoutMs = 3000;
    const hasty = await front.startGateway({ timeoutMs });
    const began = performance.now();
    const stream = await opened({ cookie }, hasty);
    expect(stream.headers.get('content-type')).toContain('text/event-stream');
    expect((await stream.next())?.data).toEqual({ unread: 0, items: [] });
    await eventually(
      async () => performance.now() - began,
      (elapsed) => elapsed > timeoutMs + 300,
    );
    await front.notifications.happens(aTimelineEvent({ accountId }));
    expect((await stream.next())?.data).toMatchObject({ unread: 1 });
  });

  it('ends when its session is over, and nobody gets in again', async () => {
    const cookie = await signedIn();
    const stream = await opened({ cookie });
    await stream.next();
    await fetch(new URL('/auth/logout', front.baseUrl), {
      method: 'POST',
      headers: fromOurPage(front.baseUrl, cookie),
    });
    expect(await stream.next()).toBeUndefined();
    await expectProblem(await fetch(streamUrl(), { headers: { cookie, accept: 'text/event-stream' } }), {
      status: 401,
      code: 'auth.required',
    });
  });

  it('lets go of the service when its reader leaves', async () => {
    const stream = await opened({ authorization: `Bearer ${await tokenOf(aPersonalUser())}` });
    await stream.next();
    const before = front.notifications.deps.live.size();
    stream.close();
    await eventually(
      async () => front.notifications.deps.live.size(),
      (size) => size < before,
    );
  });
});

describe('what is no stream', () => {
  // As above.
  const timeoutMs = 3000;
  let mute: Server;
  let url: string;
  beforeAll(async () => {
    mute = createServer((request, response) => {
      // Begins an answer at the second address, and never ends one; a download takes longer than an answer may.
      if (request.url === '/api/units') response.writeHead(200, { 'content-type': 'application/json' }).write('{');
      if (request.url !== '/api/review/exports/tasks') return;
      response.writeHead(200, { 'content-disposition': 'attachment; filename="export.csv"' }).write('一');
      setTimeout(() => response.end('二'), timeoutMs + 500);
    });
    url = await listening(mute);
  });
  afterAll(() => {
    mute.closeAllConnections();
    mute.close();
  });

  it('is broken off in time, also for somebody who asks for events; a download that has begun is not', async () => {
    const { app, stop } = aLoneGateway('http://localhost:8080', { url, timeoutMs });
    onTestFinished(stop);
    const headers = { accept: 'text/event-stream' };
    const neverBegins = async () => {
      const answer = await app.request('/api/inbox/stream', { headers });
      await expectProblem(answer, { status: 503, code: 'upstream.unavailable' });
    };
    const neverEnds = async () => {
      const begun = await app.request('/api/units', { headers });
      await expect(begun.text()).rejects.toThrow('no answer in time');
    };
    const takesLonger = async () => {
      const download = await app.request('/api/review/exports/tasks', {});
      expect(await download.text()).toBe('一二');
    };
    await Promise.all([neverBegins(), neverEnds(), takesLonger()]);
  });
});
