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
  /** Called with each SQL statement; for counting in tests. */
  onStatement?: (sql: string) => void;
};

/** Opens the pool. Nothing is written here: `migrate` does that, on purpose and once. */
export async function openDatabase(options: DatabaseOptions): Promise<Orm> {
  const { onStatement } = options;
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
    allowGlobalContext: false,
    forceUtcTimezone: true,
    // The change set is written by `mutate` alone; a read never flushes.
    flushMode: 'commit',
    ...(onStatement ? { debug: ['query'], colors: false, logger: onStatement } : {}),
  });
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
