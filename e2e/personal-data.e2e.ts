import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from '@playwright/test';
import { backUp } from '@beian/local/backup/back-up.ts';
import { runningServers } from '@beian/local/platform.ts';
import type { Ports } from '@beian/local/ports.table.ts';
import { keptSecrets } from '@beian/local/secrets.ts';
import { seededPeople } from '@beian/sso/people.ts';
import { checkpoint, dumpOf } from './canaries/dump.ts';
import { findBelow, findIn, type Found } from './canaries/find.ts';
import { patternsOf } from './canaries/patterns.ts';
import { canary, playCanaries } from './canaries/play-canaries.ts';
import { personOf } from './journey/transfer.ts';

/** Personal data goes through every business; afterwards everything that the platform has written anywhere is searched for it. */
const dataDir = dirname(process.env['BEIAN_LOGS'] ?? '.data/logs');
const databases = ['identity', 'filing', 'documents', 'public_query', 'notifications'].map((one) => `beian_${one}`);

const filers = seededPeople.filter(({ as }) => as !== 'staff').map(({ claims }) => claims);
const patterns = [
  ...Object.values(canary),
  ...filers.flatMap(({ id_number: id, phone_number: phone }) => [id, phone]),
  personOf('reviewer-nanshan-1').idNumber,
].flatMap(patternsOf);

const read = async <T>(file: string): Promise<T> => JSON.parse(await readFile(join(dataDir, file), 'utf8')) as T;
const ports = () => read<Record<string, number>>('ports.json');
async function databaseUrl(database: string): Promise<string> {
  const { postgresPassword } = await read<{ postgresPassword: string }>('secrets.json');
  return `postgresql://beian:${encodeURIComponent(postgresPassword)}@127.0.0.1:${(await ports())['postgres']}/${database}`;
}
/** What Temporal's web page would show: each run with its whole history. */
async function temporalUi(): Promise<Buffer> {
  const api = `http://127.0.0.1:${(await ports())['temporalUi']}/api/v1/namespaces/default`;
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
  const all = await ports();
  const services = ['gateway', 'identity', 'filing', 'documents', 'publicQuery', 'workflows', 'notifications'];
  const texts = services.map(async (one) => (await fetch(`http://127.0.0.1:${all[one]}/metrics`)).text());
  return Buffer.from((await Promise.all(texts)).join('\n'));
}

test('names, phones and ID numbers that went through every business are found nowhere: files, queues, databases, histories, logs, metrics, backups', async () => {
  test.setTimeout(400_000);
  await playCanaries();
  // Events, mails and workflows come to rest.
  await new Promise((resolve) => setTimeout(resolve, 3000));

  const found: Found[] = [];
  for (const database of databases) {
    const dump = await dumpOf(await databaseUrl(database));
    expect(dump.length).toBeGreaterThan(1000);
    found.push(...findIn(`the dump of ${database}`, dump, patterns));
  }
  found.push(...findIn('Temporal UI', await temporalUi(), patterns), ...findIn('metrics', await metrics(), patterns));
  await checkpoint(await databaseUrl('postgres'));
  // A backup has PostgreSQL's files and its log; they need not be searched twice.
  const backup = join(await mkdtemp(join(tmpdir(), 'beian-canaries-')), 'backup');
  const around = { ports: (await ports()) as Ports, secrets: await keptSecrets(dataDir) };
  const { objects } = await backUp(runningServers(dataDir, around), backup);
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
  test.setTimeout(200_000);
  const planted = '13900007788';
  const url = await databaseUrl('beian_filing');
  await checkpoint(url, 'create table planted (value text)', `insert into planted values ('${planted}')`);
  const sought = patternsOf(planted);
  const dump = findIn('dump', await dumpOf(url), sought);
  const { found } = await findBelow(join(dataDir, 'postgres', 'cluster', 'base'), sought);
  await checkpoint(url, 'drop table planted');
  expect(dump.map(({ encoding }) => encoding)).toEqual(['UTF-8']);
  expect(found.map(({ canary: value }) => value)).toContain(planted);
});
