import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Writable } from 'node:stream';
import { createAdaptorServer } from '@hono/node-server';
import { pino } from 'pino';
import { expect, it, onTestFinished } from 'vitest';
import { aGatewayBefore } from '@beian/testkit/gateway-before.ts';
import { eventually } from '@beian/testkit/registration.ts';

async function listening(server: Server): Promise<string> {
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

it('is told of as a failure of the service when that is away, and not when who asked has left', async () => {
  const said: { level: number; status?: number; code?: string }[] = [];
  const log = pino(new Writable({ write: (line: Buffer, _, done) => (said.push(JSON.parse(String(line))), done()) }));
  const silent = createServer();
  const upstream = await listening(silent);
  const app = await aGatewayBefore(upstream, { log, timeoutMs: 60_000 });
  const gateway = await listening(createAdaptorServer({ fetch: app.fetch }) as Server);

  const leaving = new AbortController();
  const asked = once(silent, 'request');
  const answer = fetch(`${gateway}/api/units`, { signal: leaving.signal });
  await asked;
  leaving.abort();
  await expect(answer).rejects.toThrow('aborted');
  await eventually(
    async () => said,
    (lines) => lines.some(({ status }) => status === 499),
  );
  expect(said.filter(({ level }) => level >= 50)).toEqual([]);

  silent.closeAllConnections();
  silent.close();
  expect((await fetch(`${gateway}/api/units`)).status).toBe(503);
  expect(said).toContainEqual(expect.objectContaining({ level: 50, code: 'upstream.unavailable' }));
});
