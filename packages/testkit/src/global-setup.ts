import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startMinio } from '@beian/local/servers/minio.ts';
import { startNats } from '@beian/local/servers/nats.ts';
import { startPostgres } from '@beian/local/servers/postgres.ts';
import { startTemporal } from '@beian/local/servers/temporal.ts';
import { searchAttributes } from '@beian/contracts/workflows.ts';
import type { TestProject } from 'vitest/node';
import { namespacePool, type Servers } from './servers.ts';

/** Starts the real servers once for a whole run, on free ports and in a folder of their own, and stops them at its end. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dir = await mkdtemp(join(tmpdir(), 'beian-test-'));
  const started: { stop(): Promise<void> }[] = [];
  const keep = async <T extends { stop(): Promise<void> }>(starting: Promise<T>): Promise<T> => {
    const server = await starting;
    started.push(server);
    return server;
  };
  const stop = async () => {
    await Promise.all(started.map((server) => server.stop()));
    // A process that was killed may leave a last file behind.
    await rm(dir, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const [postgres, nats, minio, temporal] = await Promise.all([
      // Nothing here pulls the plug on it: what PostgreSQL loses when it is killed is the business of `npm run chaos`.
      keep(startPostgres({ dataDir: join(dir, 'postgres'), settings: { fsync: 'off', full_page_writes: 'off' } })),
      keep(startNats({ dataDir: join(dir, 'nats') })),
      keep(startMinio({ dataDir: join(dir, 'minio') })),
      keep(
        startTemporal({
          dataDir: join(dir, 'temporal'),
          uiPort: 'off',
          namespaces: namespacePool,
          searchAttributes: Object.fromEntries(Object.values(searchAttributes).map(({ name, type }) => [name, type])),
        }),
      ),
    ]);
    const servers: Servers = {
      dir,
      postgresUrl: postgres.url,
      natsUrl: nats.url,
      temporalAddress: temporal.address,
      minio: { endpoint: minio.endpoint, accessKey: minio.accessKey, secretKey: minio.secretKey },
    };
    project.provide('servers', servers);
    return stop;
  } catch (error) {
    await stop();
    throw error;
  }
}
