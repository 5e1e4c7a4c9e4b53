import { createServer, type AddressInfo, type Socket } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { minioStore } from './document-store.ts';

it('a store that takes connections and says nothing is away, whatever is asked of it', async () => {
  const sockets = new Set<Socket>();
  const silent = createServer((socket) => void sockets.add(socket.resume()));
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    silent.close();
  });
  const { port } = silent.address() as AddressInfo;
  const access = { endpoint: `127.0.0.1:${port}`, accessKey: 'key', secretKey: 'secret', silenceMs: 100 };
  const store = minioStore({ ...access, bucket: 'documents' });
  const away = { code: 'document.storage-down' };
  await expect(store.put('a', new Uint8Array(100), 'text/plain')).rejects.toMatchObject(away);
  await expect(store.get('a')).rejects.toMatchObject(away);
  await expect(store.list('')[Symbol.asyncIterator]().next()).rejects.toMatchObject(away);
  await expect(store.ready()).rejects.toMatchObject(away);
});
