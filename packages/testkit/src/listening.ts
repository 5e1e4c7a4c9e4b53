import { once } from 'node:events';
import type { AddressInfo, Server } from 'node:net';

/** Opens a server on a port of this machine that is free; answers its address. Its end is its owner's. */
export async function listening(server: Server): Promise<string> {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
