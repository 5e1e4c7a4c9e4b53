import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ApplicationSummary } from '@beian/contracts/applications.ts';
import type { Unit } from '@beian/contracts/units.ts';
import { schema } from '@beian/filing/deps.ts';
import { openDatabase } from '@beian/service-kit/database.ts';
import { aPersonalUser, aReviewer, serviceSecret, testSigningKey } from '@beian/testkit/actors.ts';
import { brokenInvariants } from '@beian/testkit/invariants.ts';
import type { TestPlatform } from '@beian/testkit/platform.ts';
import {
  approval,
  aRegistration,
  as,
  aUnit,
  decided,
  eventually,
  json,
  untilStatus,
} from '@beian/testkit/registration.ts';
import { createDatabases } from '../databases.ts';
import { keptKeys } from '../keys.ts';
import { runningServers, services, superuserUrl, urlOf, type ServiceName } from '../platform.ts';
import { allotPorts, type Ports } from '../ports.table.ts';
import { keptSecrets, rolePassword, type Secrets } from '../secrets.ts';
import { serverUnits } from '../server-units.ts';
import { isOk, runScripts, serviceUnits } from '../service-units.ts';
import type { Unit as Running } from '../supervise.ts';
import { backUp } from './back-up.ts';
import { restore } from './restore.ts';

const filer = aPersonalUser();
const reviewer = aReviewer();
/** Those that an application goes through; nobody signs in, and nothing is looked at in a browser. */
const needed: ServiceName[] = ['identity', 'documents', 'filing', 'public-query', 'workflows'];
let home: string;
let dataDir: string;
let ports: Ports;
let secrets: Secrets;
let running: Running[] = [];
let platform: TestPlatform;
let unit: Unit;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'beian-backup-'));
  dataDir = join(home, 'data');
  ports = await allotPorts('free');
  secrets = await keptSecrets(await withTestKeys());
  await start();
  const answering = (name: 'filing' | 'documents') => ({
    request: (path: string, init?: RequestInit) => fetch(`${urlOf(name, ports)}${path}`, init),
  });
  platform = { app: answering('filing'), documentsApp: answering('documents') } as unknown as TestPlatform;
  unit = await aUnit(platform, filer);
}, 300_000);
afterAll(async () => {
  await stop();
  await rm(home, { recursive: true, force: true });
});

/** The tests' own signing key and secret, so that requests need no sign-in. */
async function withTestKeys(): Promise<string> {
  await mkdir(dataDir, { recursive: true });
  const keys = { actorTokenPrivateKey: testSigningKey, serviceSecret };
  await writeFile(join(dataDir, 'secrets.json'), JSON.stringify(keys), { mode: 0o600 });
  return dataDir;
}

async function start(): Promise<void> {
  const logDir = join(home, 'logs');
  const around = { ports, secrets, keysFile: await keptKeys(dataDir), logLevel: 'warn' };
  const servers = Object.values(serverUnits({ dataDir, logDir, ...around }, () => undefined));
  running = [...servers];
  await Promise.all(servers.map((server) => server.start()));
  const owned = services.flatMap(({ database }) => database ?? []);
  await createDatabases(superuserUrl({ ports, secrets })('postgres'), owned, (role) => rolePassword(role, secrets));
  const { signal } = new AbortController();
  for (const script of ['migrate', 'seed'] as const) await runScripts(script, around, logDir, signal);
  const units = serviceUnits(around, logDir, () => undefined);
  running.push(...needed.map((name) => units[name]));
  await Promise.all(needed.map((name) => units[name].start()));
  const asked = services.filter(({ name }) => needed.includes(name));
  const ready = asked.map(({ port }) => `${urlOf(port, ports)}/readyz`);
  await eventually(
    async () => Promise.all(ready.map(isOk)),
    (all) => all.every(Boolean),
    120_000,
  );
}
async function stop(how: 'stop' | 'kill' = 'stop'): Promise<void> {
  for (const one of running.toReversed()) await one[how]();
  running = [];
}

const submitted = () => aRegistration(platform, filer, unit);
const publicNumbers = async () => {
  const sql = await openDatabase({
    url: superuserUrl({ ports, secrets })('beian_public_query'),
    entities: [],
    migrations: [],
  });
  const rows = await sql.em.fork().execute<{ number: string }[]>('select number from register_entry order by number');
  await sql.close();
  return rows.map(({ number }) => number);
};

it('everything is destroyed and restored: rows, chains and hashes are equal, what was open goes on, read models are filled again', async () => {
  const settled = await submitted();
  await decided(platform, reviewer, settled.number, approval);
  const [number = ''] = (await untilStatus(platform, filer, settled.id, 'completed')).filingNumbers;
  const open = [await submitted(), await submitted()];

  // Submissions go on while the backup is made: each is in it whole, with its workflow, or not at all.
  let making = true;
  const meanwhile: ApplicationSummary[] = [];
  const filing = (async () => {
    while (making) meanwhile.push(await submitted());
  })();
  // Awaited below; what fails until then must not end the run.
  filing.catch(() => undefined);
  const to = join(home, 'backup');
  const manifest = await backUp(runningServers(dataDir, { ports, secrets }), to);
  making = false;
  await filing;
  expect(manifest.frozenMs).toBeLessThan(10_000);
  expect(manifest.objects).toBeGreaterThan(5);
  const after = await submitted();

  await stop('kill');
  // What served the database may outlive it for a moment, and write.
  await rm(dataDir, { recursive: true, force: true, maxRetries: 10 });
  expect((await restore(to, dataDir)).databases).toEqual(manifest.databases);
  await start();

  const restored = async ({ id }: { id: string }) => (await as(platform, filer).get(`/api/applications/${id}`)).status;
  expect(await restored(after)).toBe(404);
  expect(await restored(settled)).toBe(200);
  const kept = [];
  for (const one of meanwhile) if ((await restored(one)) === 200) kept.push(one);
  for (const { id, number: waiting } of [...open, ...kept]) {
    await untilStatus(platform, filer, id, 'in_review');
    await decided(platform, reviewer, waiting, approval);
    await untilStatus(platform, filer, id, 'completed');
  }
  const next = await submitted();
  expect((await json<ApplicationSummary>(await as(platform, filer).get(`/api/applications/${next.id}`))).number).toBe(
    next.number,
  );
  const filed = await eventually(publicNumbers, (all) => all.length === 1 + open.length + kept.length);
  expect(filed).toContain(number);
  const orm = await openDatabase({ ...schema, url: superuserUrl({ ports, secrets })('beian_filing') });
  expect(await brokenInvariants(orm.em.fork())).toEqual([]);
  await orm.close();
}, 500_000);
