import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect } from '@playwright/test';
import { backUp } from '@beian/local/backup/back-up.ts';
import { services, urlOf } from '@beian/local/platform.ts';
import { seededPeople } from '@beian/sso/people.ts';
import { checkpoint, dumpOf } from './canaries/dump.ts';
import { findBelow, findIn, type Found } from './canaries/find.ts';
import { patternsOf } from './canaries/patterns.ts';
import { canary, playCanaries } from './canaries/play-canaries.ts';
import { dataDir, runningPlatform } from './journey/running-platform.ts';
import { personOf } from './journey/transfer.ts';
import { test } from './pages/windows.page.ts';

/** Personal data goes through every business; afterwards everything that the platform has written anywhere is searched for it. */
const filers = seededPeople.filter(({ as }) => as !== 'staff').map(({ claims }) => claims);
const patterns = [
  ...Object.values(canary),
  ...filers.flatMap(({ id_number: id, phone_number: phone }) => [id, phone]),
  personOf('reviewer-nanshan-1').idNumber,
].flatMap(patternsOf);

type Running = Awaited<ReturnType<typeof runningPlatform>>;
let ports: Running['ports'];
let servers: Running['servers'];
test.beforeAll(async () => {
  ({ ports, servers } = await runningPlatform());
});

/** What Temporal's web page would show: each run with its whole history. */
async function temporalUi(): Promise<Buffer> {
  const api = `${urlOf('temporalUi', ports)}/api/v1/namespaces/default`;
  const text = async (path: string) => (await fetch(`${api}${path}`)).text();
  const list = await text('/workflows?maximumPageSize=200');
  const { executions = [] } = JSON.parse(list) as {
    executions?: { execution: { workflowId: string; runId: string } }[];
  };
  expect(executions.length).toBeGreaterThan(0);
  const histories = [];
  for (const { execution } of executions) {
    const { workflowId, runId } = execution;
    histories.push(await text(`/workflows/${workflowId}/history?execution.runId=${runId}&maximumPageSize=500`));
  }
  return Buffer.from([list, ...histories].join('\n'));
}
async function metrics(): Promise<Buffer> {
  const services = ['gateway', 'identity', 'filing', 'documents', 'publicQuery', 'workflows', 'notifications'] as const;
  const texts = services.map(async (one) => (await fetch(`${urlOf(one, ports)}/metrics`)).text());
  return Buffer.from((await Promise.all(texts)).join('\n'));
}

test('names, phones and ID numbers that went through every business are found nowhere: files, queues, databases, histories, logs, metrics, backups', async () => {
  await playCanaries();
  // Events, mails and workflows come to rest.
  await new Promise((resolve) => setTimeout(resolve, 3000));

  const found: Found[] = [];
  // The gateway's too, which a backup need not look into.
  for (const database of services.flatMap((service) => service.database ?? [])) {
    const dump = await dumpOf(servers.superuserUrl(database));
    expect(dump.length, database).toBeGreaterThan(database === 'beian_gateway' ? 0 : 1000);
    found.push(...findIn(`the dump of ${database}`, dump, patterns));
  }
  found.push(...findIn('Temporal UI', await temporalUi(), patterns), ...findIn('metrics', await metrics(), patterns));
  await checkpoint(servers.superuserUrl('postgres'));
  // A backup has PostgreSQL's files and its log; they need not be searched twice.
  const backup = join(await mkdtemp(join(tmpdir(), 'beian-canaries-')), 'backup');
  const { objects } = await backUp(servers, backup);
  expect(objects).toBeGreaterThan(5);
  for (const dir of [...['logs', 'nats', 'minio', 'temporal'].map((part) => join(dataDir, part)), backup]) {
    const below = await findBelow(dir, patterns);
    expect(below.bytes, dir).toBeGreaterThan(1000);
    found.push(...below.found.map((one) => ({ ...one, where: join(dir, one.where) })));
  }
  await rm(dirname(backup), { recursive: true });
  expect(found).toEqual([]);
});

test('what lies somewhere in plain words is found by the same search', async () => {
  const planted = '13900007788';
  const url = servers.superuserUrl('beian_filing');
  await checkpoint(url, 'create table planted (value text)', `insert into planted values ('${planted}')`);
  const sought = patternsOf(planted);
  const dump = findIn('dump', await dumpOf(url), sought);
  const { found } = await findBelow(join(dataDir, 'postgres', 'cluster', 'base'), sought);
  await checkpoint(url, 'drop table planted');
  expect(dump.map(({ encoding }) => encoding)).toEqual(['UTF-8']);
  expect(found.map(({ canary: value }) => value)).toContain(planted);
});
