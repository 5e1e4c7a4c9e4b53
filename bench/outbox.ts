/**
 * The outbox under load: 50 writers, 10,000 events, a relay that is killed ten times. Prints a line of JSON; `doubled`, `missing` and
 * `outOfOrder` must be 0. Starts a PostgreSQL and a NATS of its own.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startNats } from '@beian/local/servers/nats.ts';
import { startPostgres } from '@beian/local/servers/postgres.ts';
import { playOutbox } from '@beian/testkit/outbox-load.ts';

const dir = await mkdtemp(join(tmpdir(), 'beian-bench-'));
const postgres = await startPostgres({ dataDir: join(dir, 'postgres') });
const nats = await startNats({ dataDir: join(dir, 'nats') });
try {
  const load = { events: 10_000, writers: 50, kills: 10 };
  const result = await playOutbox({ databaseUrl: postgres.url, natsUrl: nats.url, ...load });
  process.stdout.write(`${JSON.stringify({ name: 'outbox', ...load, ...result })}\n`);
  process.exitCode = result.doubled + result.missing + result.outOfOrder === 0 ? 0 : 1;
} finally {
  await nats.stop();
  await postgres.stop();
  await rm(dir, { recursive: true, force: true });
}
