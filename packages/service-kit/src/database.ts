import type { Constructor, EntitySchema, EntityClass } from '@mikro-orm/core';
import { Migrator, type Migration } from '@mikro-orm/migrations';
import { MikroORM, type SqlEntityManager } from '@mikro-orm/postgresql';
import { AuditChainMigration } from './audit/audit-chain-migration.ts';
import { EventArchiveMigration } from './event-archive-migration.ts';
import { KitMigration } from './kit-migration.ts';
import type { Log } from './log.ts';

export type Orm = MikroORM;
export type { SqlEntityManager };

export type DatabaseOptions = {
  url: string;
  entities: (EntityClass<unknown> | EntitySchema)[];
  /** The service's own migrations, oldest first; the kit's tables come before them. */
  migrations: Constructor<Migration>[];
  log?: Log;
  poolMax?: number;
  /** Of a service that answers people; a command that works through everything waits as long as it takes. */
  patience?: Patience;
  /** Called with each SQL statement; for counting in tests. */
  onStatement?: (sql: string) => void;
};

/**
 * `connectionMs`: how long a request waits for a connection, of the pool or a new one, before the database counts as away.
 * `idleInTransactionMs`: how long a transaction may do nothing before the server ends it. Whoever hangs in the middle of one, its process
 * frozen or its machine cut off, would else hold its locks for hours, the audit chain's among them, which every writer waits for.
 */
export type Patience = { connectionMs: number; idleInTransactionMs: number };

/** A transaction waits for other services, at most 20 s. */
export const servicePatience: Patience = { connectionMs: 10_000, idleInTransactionMs: 30_000 };

/** Opens the pool. Nothing is written here: `migrate` does that, on purpose and once. */
export async function openDatabase(options: DatabaseOptions): Promise<Orm> {
  const { onStatement, patience } = options;
  return MikroORM.init({
    clientUrl: options.url,
    entities: options.entities,
    discovery: { warnWhenNoEntities: false },
    extensions: [Migrator],
    migrations: {
      migrationsList: [KitMigration, AuditChainMigration, EventArchiveMigration, ...options.migrations],
      tableName: 'migration',
      snapshot: false,
      silent: true,
    },
    pool: { min: 0, max: options.poolMax ?? 10 },
    driverOptions: {
      onPoolCreated: (pool: Pool) => {
        giveBackLost(pool);
        giveBackLate(pool);
      },
      keepAlive: true,
      ...(patience
        ? {
            connectionTimeoutMillis: patience.connectionMs,
            idle_in_transaction_session_timeout: patience.idleInTransactionMs,
          }
        : {}),
    },
    allowGlobalContext: false,
    forceUtcTimezone: true,
    // The change set is written by `mutate` alone; a read never flushes.
    flushMode: 'commit',
    ...(onStatement ? { debug: ['query'], colors: false, logger: onStatement } : {}),
  });
}

type Client = { once(event: 'end', listener: () => void): void; release(destroy: true): void };
type Pool = { ending: boolean; on(event: 'connect' | 'acquire', listener: (client: Client) => void): void };

/** Whoever holds a connection that ends hears of it by its statement, and gives it back, long before this. */
const lostAfterMs = 1000;

/**
 * Gives connections back whose server died in the middle of a transaction. Kysely releases one only after its rollback has succeeded,
 * which it cannot then: each such transaction would take a connection from the pool for good, until none is left and every request waits.
 */
function giveBackLost(pool: Pool): void {
  pool.on('connect', (client) => {
    client.once('end', () => {
      setTimeout(() => {
        try {
          client.release(true);
        } catch {
          // pg's word for a connection that was given back in order
        }
      }, lostAfterMs).unref();
    });
  });
}

/**
 * Gives connections back that come when the database is being closed: Kysely forgets them, and the end of the pool would wait for them for
 * ever, and with it the end of the process.
 */
function giveBackLate(pool: Pool): void {
  pool.on('acquire', (client) => {
    // It can be given back as soon as it has been handed over.
    if (pool.ending) process.nextTick(() => client.release(true));
  });
}

// PostgreSQL's classes 08 (connection), 53 (no room: disk, memory, connections), 57P (shutting down, starting up), 58030 (a disk that fails), a transaction that was idle for too long, and what the socket says.
const awayCodes = /^(08\w{3}|53\w{3}|57P0\d|58030|25P03|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT)$/;
const awayWords =
  /^(Connection terminated|Client has encountered a connection error|Client was closed|timeout exceeded when trying to connect)/;

/** Whether a statement failed because the database is not there at the moment, killed, starting or full: the next try may succeed. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return awayCodes.test(code) || awayWords.test(error.message);
}

// Any number that no other lock of ours uses.
const migrationLock = 799_2025;

/** Brings the schema up to date; two processes that try at once wait for each other. */
export async function migrate(orm: Orm): Promise<void> {
  const em = orm.em.fork();
  await em.transactional(async (locked) => {
    await locked.execute('select pg_advisory_xact_lock(?)', [migrationLock]);
    await orm.migrator.up();
  });
}
