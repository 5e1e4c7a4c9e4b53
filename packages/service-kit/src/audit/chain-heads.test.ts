import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { chainHeadsAt } from './chain-heads.ts';

it('whoever needs no more heads closes the connection, so that nothing goes on sending behind it', async () => {
  const asked: string[] = [];
  let closed: () => void = () => undefined;
  const whenClosed = new Promise<void>((resolve) => (closed = resolve));
  // Sends for ever, as a service does whose heads are many.
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    let seq = 7;
    const timer = setInterval(() => response.write(`{"seq":${(seq += 1)},"hash":"${'a'.repeat(64)}"}\n`), 5);
    response.on('close', () => {
      clearInterval(timer);
      closed();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const heads = chainHeadsAt(url, async () => 'token')
    .published(7)
    [Symbol.asyncIterator]();
  expect((await heads.next()).value).toEqual({ seq: 8, hash: 'a'.repeat(64) });
  await heads.return?.();
  await whenClosed;
  expect(asked).toEqual(['/internal/audit-heads?after=7']);
  await new Promise((resolve) => server.close(resolve));
});
