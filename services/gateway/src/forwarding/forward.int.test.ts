import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import { expect, it, onTestFinished } from 'vitest';
import { listening } from '@beian/testkit/listening.ts';
import { aLoneGateway } from '@beian/testkit/lone-gateway.ts';
import { eventually } from '@beian/testkit/registration.ts';
import { aKeptLog } from '@beian/testkit/silent-log.ts';

function closed(server: Server): void {
  server.closeAllConnections();
  server.close();
}

it('is told of as a failure of the service when that is away, and not when who asked has left', async () => {
  const { log, lines } = aKeptLog();
  const said = () => lines.map((line) => JSON.parse(line) as { level: number; status?: number; code?: string });
  const silent = createServer();
  const { app, stop } = aLoneGateway('http://localhost:8080', { url: await listening(silent), log, timeoutMs: 60_000 });
  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
  const gateway = await listening(server);
  onTestFinished(async () => {
    closed(server);
    await stop();
  });

  const leaving = new AbortController();
  const asked = once(silent, 'request');
  const answer = fetch(`${gateway}/api/units`, { signal: leaving.signal });
  await asked;
  leaving.abort();
  await expect(answer).rejects.toThrow('aborted');
  await eventually(
    async () => said(),
    (all) => all.some(({ status }) => status === 499),
  );
  expect(said().filter(({ level }) => level >= 50)).toEqual([]);

  closed(silent);
  expect((await fetch(`${gateway}/api/units`)).status).toBe(503);
  expect(said()).toContainEqual(expect.objectContaining({ level: 50, code: 'upstream.unavailable' }));
});
