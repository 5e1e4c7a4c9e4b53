import { createHash } from 'node:crypto';
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { backup as backUpSqlite, DatabaseSync } from 'node:sqlite';
import { freeze } from './freeze.ts';
import { secretFiles, stateOf, type Manifest } from './manifest.ts';
import { bucketsOf, copyNewObjects, minioOf, type BackedUpObject, type MinioAccess } from './objects.ts';
import { beginPostgresBackup } from './postgres-backup.ts';

/** The running servers of a platform and where they keep their data. */
export type RunningServers = {
  dataDir: string;
  superuserUrl: (database: string) => string;
  databases: readonly string[];
  minio: MinioAccess;
};

/**
 * PostgreSQL, MinIO and Temporal as they are at one moment (I44), while the platform runs: all but the last changes are copied before, and
 * for that moment writes wait. NATS is not in it: what it held is sent again from the archive of events. Answers the manifest, which is
 * written last: a folder without one is no backup.
 */
export async function backUp(
  { dataDir, superuserUrl, databases, minio }: RunningServers,
  to: string,
): Promise<Manifest> {
  await mkdir(to, { recursive: true, mode: 0o700 });
  const client = minioOf(minio);
  const objects = new Map<string, BackedUpObject>();
  const objectsDir = join(to, 'objects');
  await copyNewObjects(client, objectsDir, objects);
  const postgres = await beginPostgresBackup(
    superuserUrl('postgres'),
    join(dataDir, 'postgres', 'cluster'),
    join(to, 'postgres'),
  );
  try {
    const frozen = await freeze(new Map(databases.map((name) => [name, superuserUrl(name)])));
    const began = performance.now();
    try {
      await postgres.finish();
      await copyTemporal(join(dataDir, 'temporal', 'temporal.sqlite'), join(to, 'temporal.sqlite'));
      await copyNewObjects(client, objectsDir, objects);
      await frozen.thaw();
      const frozenMs = Math.round(performance.now() - began);
      const states = await Promise.all(
        [...frozen.snapshots].map(async ([name, snapshot]) => [name, await stateOf(snapshot)] as const),
      );
      for (const file of secretFiles) await copyFile(join(dataDir, file), join(to, file));
      const manifest: Manifest = {
        format: 1,
        madeAt: new Date().toISOString(),
        frozenMs,
        databases: Object.fromEntries(states),
        temporalSha256: await sha256Of(join(to, 'temporal.sqlite')),
        buckets: await bucketsOf(client),
        objects: objects.size,
      };
      await writeFile(join(to, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
      return manifest;
    } finally {
      await frozen.end();
    }
  } finally {
    await postgres.close();
  }
}

/** SQLite's own online backup, in one step: the server goes on meanwhile. */
async function copyTemporal(source: string, to: string): Promise<void> {
  const database = new DatabaseSync(source, { readOnly: true });
  try {
    await backUpSqlite(database, to, { rate: 2 ** 30 });
  } finally {
    database.close();
  }
}

export const sha256Of = async (file: string): Promise<string> =>
  createHash('sha256')
    .update(await readFile(file))
    .digest('hex');
