import { chown, copyFile, cp, mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import { Obstacle } from '../obstacle.ts';
import { keptSecrets } from '../secrets.ts';
import { startMinio } from '../servers/minio.ts';
import { postgresAccount } from '../servers/postgres-account.ts';
import { startPostgres } from '../servers/postgres.ts';
import { sha256Of } from './back-up.ts';
import { Manifest, secretFiles, stateOf, type DatabaseState } from './manifest.ts';
import { minioOf, putObjects, readObjects } from './objects.ts';

/**
 * Makes a data directory out of a backup (I44) and checks it: the rows of every table, the end of every audit chain, and the hash of every
 * object are those of the manifest. The directory must have no data; the next start finds the platform as it was. An Obstacle names what
 * differs.
 */
export async function restore(from: string, dataDir: string): Promise<Manifest> {
  const manifest = await readManifest(from);
  await mkdir(dataDir, { recursive: true });
  const there = (await readdir(dataDir)).filter((entry) => entry !== 'running.json' && entry !== 'logs');
  if (there.length > 0) {
    throw new Obstacle(
      `${dataDir} holds data (${there.join(', ')}): move it away first, or name another with --data DIR.`,
    );
  }
  for (const file of secretFiles) await copyFile(join(from, file), join(dataDir, file));
  await restoreTemporal(from, dataDir, manifest);
  await restorePostgres(from, dataDir, manifest);
  await restoreObjects(from, dataDir, manifest);
  return manifest;
}

async function readManifest(from: string): Promise<Manifest> {
  const text = await readFile(join(from, 'manifest.json'), 'utf8').catch((cause: unknown) => {
    throw new Obstacle(`${from} is no backup, or one that was broken off: it has no manifest.json.`, { cause });
  });
  return Manifest.parse(JSON.parse(text));
}

async function restoreTemporal(from: string, dataDir: string, { temporalSha256 }: Manifest): Promise<void> {
  const file = join(from, 'temporal.sqlite');
  if ((await sha256Of(file)) !== temporalSha256) throw new Obstacle(`${file} is damaged.`);
  await mkdir(join(dataDir, 'temporal'), { recursive: true });
  await copyFile(file, join(dataDir, 'temporal', 'temporal.sqlite'));
}

/** PostgreSQL replays its log up to the moment of the backup, and is stopped again. */
async function restorePostgres(from: string, dataDir: string, { databases }: Manifest): Promise<void> {
  const home = join(dataDir, 'postgres');
  const cluster = join(home, 'cluster');
  const account = postgresAccount(home);
  await cp(join(from, 'postgres'), cluster, { recursive: true });
  if (account) await chownAll(cluster, account);
  const { postgresPassword: password } = await keptSecrets(dataDir);
  const server = await startPostgres({ dataDir: home, password });
  try {
    for (const [name, expected] of Object.entries(databases)) {
      const client = new Client({ connectionString: server.urlOf(name) });
      await client.connect();
      const state = await stateOf(client).finally(() => client.end());
      mustEqual(name, expected, state);
    }
  } finally {
    await server.stop();
  }
}

function mustEqual(database: string, expected: DatabaseState, state: DatabaseState): void {
  const tables = new Set([...Object.keys(expected.rows), ...Object.keys(state.rows)]);
  for (const table of tables) {
    if (expected.rows[table] === state.rows[table]) continue;
    throw new Obstacle(`${database}.${table} has ${state.rows[table]} rows; the backup had ${expected.rows[table]}.`);
  }
  if (expected.chain.seq === state.chain.seq && expected.chain.hash === state.chain.hash) return;
  throw new Obstacle(`The audit chain of ${database} does not end where the backup's does.`);
}

async function restoreObjects(from: string, dataDir: string, { buckets, objects }: Manifest): Promise<void> {
  const { minioAccessKey: accessKey, minioSecretKey: secretKey } = await keptSecrets(dataDir);
  const server = await startMinio({ dataDir: join(dataDir, 'minio'), accessKey, secretKey });
  try {
    const expected = await readObjects(join(from, 'objects'));
    const back = await putObjects(minioOf(server), join(from, 'objects'), buckets);
    const damaged = back.filter(({ sha256 }, i) => sha256 !== expected[i]?.sha256);
    if (damaged.length > 0 || back.length !== objects) {
      throw new Obstacle(
        `${objects} objects were backed up, ${back.length} are there and ${damaged.length} are damaged.`,
      );
    }
  } finally {
    await server.stop();
  }
}

async function chownAll(folder: string, account: { uid: number; gid: number }): Promise<void> {
  await chown(folder, account.uid, account.gid);
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    await chown(join(entry.parentPath, entry.name), account.uid, account.gid);
  }
}
