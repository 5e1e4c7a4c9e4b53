import { createServer } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { Obstacle } from '../obstacle.ts';
import { claimPort, freePort, portIsFree } from './ports.ts';

const open: ReturnType<typeof createServer>[] = [];

afterEach(() => {
  for (const server of open.splice(0)) server.close();
});

async function takenPort(): Promise<number> {
  const port = await freePort();
  const server = createServer();
  open.push(server);
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return port;
}

describe('ports', () => {
  it('gives a port that can be listened on', async () => {
    expect(await portIsFree(await freePort())).toBe(true);
  });

  it('gives no port twice, and none that the system gives to a connection that goes out', async () => {
    const ports = await Promise.all(Array.from({ length: 300 }, () => freePort()));
    expect(new Set(ports).size).toBe(300);
    for (const port of ports) {
      expect(port).toBeGreaterThan(1023);
      expect(port).toBeLessThan(32_768);
    }
  });

  it('names a taken port and what needs it in one sentence', async () => {
    const port = await takenPort();
    const attempt = claimPort(port, 'gateway');
    await expect(attempt).rejects.toThrow(Obstacle);
    await expect(attempt).rejects.toThrow(
      new RegExp(`^Port ${port}, which gateway needs, is taken by .+--ports-from N\\.$`),
    );
  });

  it('hands back a port that is free', async () => {
    const port = await freePort();
    expect(await claimPort(port, 'gateway')).toBe(port);
  });
});
