import { copyFile, cp, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';

/** What a copy of a running cluster leaves out, or makes anew: its log is copied at the end, its process is not copied at all. */
const leftOut =
  /^(pg_wal|pg_replslot|pg_dynshmem|pg_notify|pg_serial|pg_snapshots|pg_stat_tmp|pg_subtrans)\/.|^postmaster\./;

/**
 * A base backup of the whole cluster, with PostgreSQL's own functions: the files are copied while it runs; `finish` adds the log up to the
 * moment that it is called in, and that is the moment that a restore comes to.
 */
export async function beginPostgresBackup(superuserUrl: string, cluster: string, to: string) {
  const client = new Client({ connectionString: superuserUrl });
  client.on('error', () => undefined); // a server that goes away fails the next statement
  await client.connect();
  // Keeps the log from being recycled until the end; goes with the connection.
  await client.query("select pg_create_physical_replication_slot('beian_backup', true, true)");
  await client.query("select pg_backup_start('beian', fast => true)");
  await copyTree(cluster, to);
  return {
    finish: async (): Promise<void> => {
      const { rows } = await client.query<{ labelfile: string }>(
        'select labelfile from pg_backup_stop(wait_for_archive => false)',
      );
      await writeFile(join(to, 'backup_label'), rows[0]?.labelfile ?? '');
      for (const segment of await readdir(join(cluster, 'pg_wal'))) {
        await cp(join(cluster, 'pg_wal', segment), join(to, 'pg_wal', segment), { recursive: true });
      }
    },
    close: () => client.end(),
  };
}

/** A file that goes while it is copied belonged to something that was dropped: the log knows. */
async function copyTree(from: string, to: string, below = ''): Promise<void> {
  await mkdir(join(to, below), { recursive: true, mode: 0o700 });
  for (const entry of await readdir(join(from, below), { withFileTypes: true })) {
    const path = join(below, entry.name);
    if (leftOut.test(path)) continue;
    if (entry.isDirectory()) await copyTree(from, to, path);
    else {
      await copyFile(join(from, path), join(to, path)).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'ENOENT') throw error;
      });
    }
  }
}
