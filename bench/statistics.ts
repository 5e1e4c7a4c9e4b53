import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAdaptorServer } from '@hono/node-server';
import type { StaffRole } from '@beian/contracts/vocabulary.ts';
import { schema as filingSchema } from '@beian/filing/deps.ts';
import { identityPort } from '@beian/filing/ports/identity.port.ts';
import { readStatistics } from '@beian/filing/statistics/read-statistics.ts';
import { schema as identitySchema } from '@beian/identity/deps.ts';
import { organsRoutes } from '@beian/identity/organs/organs.routes.ts';
import { divisionsRoutes } from '@beian/identity/divisions/divisions.routes.ts';
import { seedDivisions } from '@beian/identity/seed.ts';
import { startPostgres } from '@beian/local/servers/postgres.ts';
import { systemClock } from '@beian/service-kit/clock.ts';
import { migrate, openDatabase } from '@beian/service-kit/database.ts';
import { seedApplications } from './seed-applications.ts';

/** How long the statistics (I41) take over 100,000 applications of one year in all counties: one line of JSON per question. */
const applications = Number(process.env['BEIAN_BENCH_APPLICATIONS'] ?? 100_000);
const runs = 20;

const dir = await mkdtemp(join(tmpdir(), 'beian-bench-'));
const postgres = await startPostgres({ dataDir: join(dir, 'postgres') });
const print = (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`);
try {
  const statements: string[] = [];
  const url = (name: string) => Object.assign(new URL(postgres.url), { pathname: `/${name}` }).toString();
  const admin = await openDatabase({ url: postgres.url, entities: [], migrations: [] });
  for (const name of ['identity', 'filing']) await admin.em.fork().execute(`create database bench_${name}`);
  const identityOrm = await openDatabase({ url: url('bench_identity'), ...identitySchema });
  const orm = await openDatabase({
    url: url('bench_filing'),
    ...filingSchema,
    onStatement: (sql) => statements.push(sql),
  });
  await migrate(identityOrm);
  await migrate(orm);
  await seedDivisions(identityOrm);
  const organs = await identityOrm.em
    .fork()
    .execute<{ code: string; name: string }[]>(`select code, name from organ where level = 'county' order by code`);
  const began = performance.now();
  const seeded = await seedApplications(orm.em.fork(), { applications, organs });
  print({ bench: 'statistics', seeded, seconds: Math.round((performance.now() - began) / 1000) });

  const of = { orm: identityOrm, clock: systemClock } as Parameters<typeof organsRoutes>[0];
  const app = organsRoutes(of).route('/', divisionsRoutes(of));
  const server = createAdaptorServer({ fetch: app.fetch });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const deps = {
    orm,
    clock: systemClock,
    identity: identityPort(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
  } as unknown as Parameters<typeof readStatistics>[0];

  const ask = async (code: string, role: StaffRole) => {
    const organ = await deps.identity.organ(code, '');
    if (!organ) throw new Error(`there is no organ ${code}`);
    const { name, level, divisionCode } = organ;
    const actor = {
      kind: 'staff' as const,
      accountId: '00000000-0000-7000-8000-000000000000',
      staffNo: code,
      roles: [role],
      organ: { code, name, level, divisionCode },
    };
    const took: number[] = [];
    let totals = {};
    for (let run = 0; run < runs; run += 1) {
      statements.length = 0;
      const start = performance.now();
      const figures = await readStatistics(deps, { actor, token: '' }, {});
      took.push(performance.now() - start);
      totals = { received: figures.totals.received, open: figures.totals.open, filings: figures.totals.filings };
    }
    took.sort((a, b) => a - b);
    const at = (share: number) => Math.round(took[Math.ceil(share * runs) - 1] ?? 0);
    print({
      bench: 'statistics',
      organ: code,
      role,
      ...totals,
      statements: statements.length,
      p50Ms: at(0.5),
      p95Ms: at(0.95),
      load: Math.round((loadavg()[0] ?? 0) * 10) / 10,
    });
  };
  await ask('440305', 'reviewer');
  await ask('440300', 'supervisor');
  await ask('440000', 'supervisor');
  await ask('000000', 'auditor');

  server.close();
  for (const one of [orm, identityOrm, admin]) await one.close();
} finally {
  await postgres.stop();
  await rm(dir, { recursive: true, force: true });
}
