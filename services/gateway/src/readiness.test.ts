import { createAdaptorServer } from '@hono/node-server';
import { expect, it, onTestFinished, vi } from 'vitest';
import { createApp } from '@beian/service-kit/create-app.ts';
import { problem } from '@beian/service-kit/problem.ts';
import { listening } from '@beian/testkit/listening.ts';
import { aLoneGateway } from '@beian/testkit/lone-gateway.ts';
import { testLog } from '@beian/testkit/silent-log.ts';

it('what hangs behind a service is named by the service and by the gateway, each in its time', async () => {
  const identity = createApp({
    service: 'identity',
    log: testLog,
    verifyActor: () => Promise.reject(problem('auth.token-invalid')),
    checks: { database: () => Promise.resolve(), nats: () => new Promise(() => undefined) },
  });
  const server = createAdaptorServer({ fetch: identity.fetch });
  const gateway = aLoneGateway('http://localhost:8080', { identityUrl: await listening(server) });
  onTestFinished(async () => {
    await gateway.stop();
    server.close();
  });
  const told = { service: 'identity', ready: false, checks: { database: 'ok', nats: 'no answer within 1600 ms' } };
  // A machine that stands still for the second between their times would let both give up.
  await vi.waitFor(async () => {
    const answer = await gateway.app.request('/readyz');
    expect(answer.status).toBe(503);
    const { checks } = (await answer.json()) as { checks: Record<string, string> };
    expect(JSON.parse(checks['identity'] ?? '')).toEqual(told);
  }, 60_000);
});
