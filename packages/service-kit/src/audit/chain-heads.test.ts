import { createServer } from 'node:http';
import { expect, it } from 'vitest';
import { chainHeadsAt } from './chain-heads.ts';
import { listening } from '@beian/testkit/listening.ts';

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
  const heads = chainHeadsAt(await listening(server), async () => 'token')
    .published(7)
    [Symbol.asyncIterator]();
  expect((await heads.next()).value).toEqual({ seq: 8, hash: 'a'.repeat(64) });
  await heads.return?.();
  await whenClosed;
  expect(asked).toEqual(['/internal/audit-heads?after=7']);
  await new Promise((resolve) => server.close(resolve));
});
