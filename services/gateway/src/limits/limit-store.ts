import { Pool } from 'pg';
import { RateLimiterMemory, RateLimiterPostgres, type RateLimiterAbstract } from 'rate-limiter-flexible';
import type { Log } from '@beian/service-kit/log.ts';

const tableName = 'request_count';
const minuteInSeconds = 60;

/** Where requests are counted, for all gateways together and beyond their restart. */
export type LimitStore = {
  /** So many per key and minute. While the database is away each gateway counts by itself. */
  limiter(name: string, points: number): RateLimiterAbstract;
  close(): Promise<void>;
};

// What a crash of the database loses is a minute's count: no write-ahead log.
const table = `create unlogged table if not exists ${tableName} (key text primary key, points integer not null, expire bigint)`;

/** Makes the table; run once at each start of the platform. */
export async function migrateLimits(databaseUrl: string): Promise<void> {
  const pool = new Pool({ connectionString: databaseUrl, max: 1 });
  await pool.query(table).finally(() => pool.end());
}

/** Counts in PostgreSQL: one statement for each limit that a request counts against, which may take `patienceMs` before the database counts as away. */
export function openLimitStore(databaseUrl: string, log: Log, patienceMs = 1000): LimitStore {
  const pool = new Pool({
    connectionString: databaseUrl,
    max: 10,
    connectionTimeoutMillis: patienceMs,
    query_timeout: patienceMs,
    // A connection that broke while idle is replaced by the next request.
    options: '-c synchronous_commit=off',
  });
  pool.on('error', (error) => log.warn({ err: error }, 'limits.connection-lost'));
  return {
    limiter: (name, points) => {
      const limit = { keyPrefix: name, points, duration: minuteInSeconds };
      return new RateLimiterPostgres({
        ...limit,
        storeClient: pool,
        storeType: 'pool',
        tableName,
        tableCreated: true,
        clearExpiredByTimeout: true,
        insuranceLimiter: new RateLimiterMemory(limit),
      });
    },
    close: () => pool.end(),
  };
}
