import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startMinio, type MinioServer } from '@beian/local/servers/minio.ts';
import { freePort } from '@beian/local/servers/ports.ts';
import { readConfig } from '@beian/service-kit/config.ts';
import { serviceSecret } from '@beian/testkit/actors.ts';
import { aClamd } from '@beian/testkit/clamd.ts';
import { emptyDatabase } from '@beian/testkit/database.ts';
import { servers } from '@beian/testkit/servers.ts';
import { createDocumentsApp } from './app.ts';
import { config } from './config.ts';
import { createDeps } from './deps.ts';

let dataDir: string;
let minio: MinioServer;
let environment: NodeJS.ProcessEnv;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'beian-minio-'));
  minio = await startMinio({ dataDir });
  const key = Buffer.alloc(32, 7).toString('base64');
  environment = {
    PORT: '0',
    LOG_LEVEL: 'silent',
    DATABASE_URL: await emptyDatabase(),
    NATS_URL: servers().natsUrl,
    IDENTITY_URL: 'http://127.0.0.1:1',
    FILING_URL: 'http://127.0.0.1:1',
    DOCUMENTS_URL: 'http://127.0.0.1:1',
    SERVICE_SECRET: serviceSecret,
    SEALING_KEYS: JSON.stringify({ current: 'k1', keys: { k1: key } }),
    LOOKUP_KEYS: JSON.stringify({ current: 'k1', keys: { k1: key } }),
    MINIO_ENDPOINT: minio.endpoint,
    MINIO_ACCESS_KEY: minio.accessKey,
    MINIO_SECRET_KEY: minio.secretKey,
  };
});
afterAll(async () => {
  await minio?.stop();
  await rm(dataDir, { recursive: true, force: true });
});

/**
 * Asks /readyz of the service, composed as it is in production with these settings, until it says this: each check has a second and a half,
 * which a busy machine may need for another.
 */
async function says(expected: object, settings: NodeJS.ProcessEnv = {}): Promise<void> {
  const { deps, stop } = await createDeps(readConfig(config, { ...environment, ...settings }));
  const app = createDocumentsApp(deps);
  try {
    await vi.waitFor(async () => {
      const answer = await app.request('/readyz');
      expect({ status: answer.status, ...((await answer.json()) as object) }).toMatchObject(expected);
    }, 60_000);
  } finally {
    for (const end of stop) await end();
  }
}

describe('the readiness of documents', () => {
  it('says that files are not scanned where no clamd is configured', async () => {
    const checks = { minio: 'ok', scanner: 'uploads are not scanned: CLAMD_URL is not set' };
    await says({ status: 200, checks });
  });

  it('is not lost while clamd is away: uploads are held, and it says so', async () => {
    const down = { scanner: 'clamd does not answer: uploads are held until it does' };
    await says({ status: 200, ready: true, checks: down }, { CLAMD_URL: `tcp://127.0.0.1:${await freePort()}` });
    const clamd = await aClamd();
    await says({ checks: { scanner: 'ok' } }, { CLAMD_URL: clamd.socketUrl });
    await clamd.remove();
  }, 180_000);

  it('names MinIO when it is away', async () => {
    await minio.stop();
    await says({ status: 503, ready: false, checks: { minio: 'document.storage-down', database: 'ok' } });
  });
});
