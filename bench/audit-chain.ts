import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { lockedHeadStore } from '@beian/documents/audit-heads/head-store.ts';
import { startMinio } from '@beian/local/servers/minio.ts';
import { startPostgres } from '@beian/local/servers/postgres.ts';
import type { ChainHeads } from '@beian/service-kit/audit/chain-heads.ts';
import { publishHead } from '@beian/service-kit/audit/publish-head.ts';
import { verifyChain } from '@beian/service-kit/audit/verify-chain.ts';
import { systemClock } from '@beian/service-kit/clock.ts';
import { migrate, openDatabase } from '@beian/service-kit/database.ts';
import { newId } from '@beian/service-kit/ids.ts';
import { createLog } from '@beian/service-kit/log.ts';
import { mutate } from '@beian/service-kit/mutate.ts';
import { aReviewer } from '@beian/testkit/actors.ts';

/** How long the check of an audit chain (I40) takes with the heads that were published of it, as a whole and from its middle: a line of JSON each. */
const entries = Number(process.env['BEIAN_BENCH_ENTRIES'] ?? 100_000);
/** Entries of one transaction, and so between two heads. */
const together = 100;

const dir = await mkdtemp(join(tmpdir(), 'beian-bench-'));
const postgres = await startPostgres({ dataDir: join(dir, 'postgres') });
const minio = await startMinio({ dataDir: join(dir, 'minio') });
const print = (line: object) =>
  process.stdout.write(
    `${JSON.stringify({ bench: 'audit-chain', ...line, load: Math.round((loadavg()[0] ?? 0) * 10) / 10 })}\n`,
  );
try {
  const orm = await openDatabase({ url: postgres.url, entities: [], migrations: [] });
  await migrate(orm);
  const store = lockedHeadStore({ ...minio, bucket: 'bench-heads' });
  const chainHeads: ChainHeads = {
    publish: (head) => store.keep('bench', head),
    published: (after) => store.after('bench', after),
  };
  const log = createLog({ service: 'bench', level: 'error' });
  const deps = { orm, clock: systemClock, log, relay: { nudge: () => undefined }, service: 'bench' };
  const actor = aReviewer();

  const timed = async <T>(work: () => Promise<T>) => {
    const start = performance.now();
    const result = await work();
    return { result, ms: Math.round(performance.now() - start) };
  };
  const written = await timed(async () => {
    for (let seq = 0; seq < entries; seq += together) {
      await mutate(deps, actor, { action: 'personal-data.read' }, async (change) => {
        for (let i = 0; i < together; i += 1) {
          change.record({ subject: newId(), data: { taskId: newId(), purpose: '电话核实安全负责人' } });
        }
      });
      await publishHead({ orm, chainHeads });
    }
  });
  print({ what: 'write', entries, heads: entries / together, ms: written.ms });

  const whole = await timed(() => verifyChain(orm, chainHeads, { limit: entries + 1 }));
  print({ what: 'check', ...whole.result, ms: whole.ms });
  const half = await verifyChain(orm, chainHeads, { limit: entries / 2 });
  const rest = await timed(() => verifyChain(orm, chainHeads, { after: half.next, limit: entries + 1 }));
  print({ what: 'check from the middle', ...rest.result, ms: rest.ms });

  await orm.em.fork().transactional(async (em) => {
    await em.execute(`set local session_replication_role = 'replica'`);
    await em.execute('update audit_entry set subject = subject || ? where seq = ?', ['x', entries - 1], 'run');
  });
  const altered = await timed(() => verifyChain(orm, chainHeads, { limit: entries + 1 }));
  print({ what: 'check of a chain whose last entry but one was altered', ...altered.result, ms: altered.ms });
  await orm.close();
} finally {
  await minio.stop();
  await postgres.stop();
  await rm(dir, { recursive: true, force: true });
}
