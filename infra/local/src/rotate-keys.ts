import { execFile } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs, promisify } from 'node:util';
import type { Keys } from '@beian/service-kit/keys.ts';
import { keptPorts } from './kept-ports.ts';
import { keysFileOf, keysOf, newestOf, withNextKey, writeKeys } from './keys.ts';
import { messageOf, Obstacle } from './obstacle.ts';
import { environmentOf, root, scriptOf, services, type Surroundings } from './platform.ts';
import { keptSecrets } from './secrets.ts';

const usage = `npm run keys:rotate -- [--data DIR] [--retire | --count]
  while the platform runs: draws new keys of personal data and encrypts everything anew; broken off, the next call goes on
  --data DIR   the data directory of the platform, .data unless named
  --retire     removes the older sealing keys, once nothing is sealed with them
  --count      how much there is under which key`;

/** Longer than services take to see that the file of keys has changed. */
const noticedMs = 2500;

const run = promisify(execFile);
type Line = { service: string; what: 'resealed' | 'has'; place: string; key: string; rows: number };
const print = (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`);

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      data: { type: 'string', default: `${root}.data` },
      retire: { type: 'boolean', default: false },
      count: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return void process.stdout.write(`${usage}\n`);
  const file = keysFileOf(values.data);
  const around = await surroundingsOf(values.data, file);
  if (values.count) return (await everywhere(around, ['--count'])).forEach(print);
  if (values.retire) return retire(file, around);
  await rotate(file, around);
}

/** A key is added before it is used, and used before the old rows are brought under it: no service meets one that it does not know. */
async function rotate(file: string, around: Surroundings): Promise<void> {
  let keys = keysOf(file);
  const begun = newestOf(keys.sealing) !== keys.sealing.current || newestOf(keys.lookup) !== keys.lookup.current;
  const left = begun ? [] : olderThan(keys, await everywhere(around, ['--count']));
  if (!begun && left.length === 0) {
    keys = { sealing: withNextKey(keys.sealing), lookup: withNextKey(keys.lookup) };
    await writeKeys(file, keys);
    await sleep(noticedMs);
  }
  const [sealing, lookup] = [newestOf(keys.sealing), newestOf(keys.lookup)];
  print({ step: begun || left.length > 0 ? 'going on' : 'new keys', sealing, lookup });
  const current = { sealing: { ...keys.sealing, current: sealing }, lookup: { ...keys.lookup, current: lookup } };
  await writeKeys(file, current);
  await sleep(noticedMs);
  const lines = await everywhere(around, []);
  for (const { what, ...line } of lines) if (what === 'resealed') print({ step: 'encrypted anew', ...line });
  const behind = olderThan(current, lines);
  if (behind.length > 0)
    throw new Obstacle(`Not everything is under the new keys yet, call again: ${JSON.stringify(behind)}`);
  print({ step: 'done', note: 'keep the older keys as long as you keep backups from before; then --retire' });
}

/** Look-up keys stay: every hash is made with all of them, one on the other, and the older alone finds nothing. */
async function retire(file: string, around: Surroundings): Promise<void> {
  const keys = keysOf(file);
  const older = olderThan(keys, await everywhere(around, ['--count'])).filter(({ kind }) => kind === 'sealing');
  if (older.length > 0) throw new Obstacle(`Older keys are still needed: ${JSON.stringify(older)}`);
  const { current } = keys.sealing;
  const removed = Object.keys(keys.sealing.keys).filter((id) => id !== current);
  const kept = { [current]: keys.sealing.keys[current] ?? '' };
  await writeKeys(file, { ...keys, sealing: { current, keys: kept } });
  print({ step: 'retired', removed });
}

/** What is not under the current keys. Only a place of look-up hashes is a column whose name says so. */
function olderThan(keys: Keys, lines: Line[]): (Line & { kind: 'sealing' | 'lookup' })[] {
  return lines
    .filter(({ what }) => what === 'has')
    .map((line) => ({ ...line, kind: line.place.endsWith('_hash') ? ('lookup' as const) : ('sealing' as const) }))
    .filter(({ kind, key }) => key !== keys[kind].current);
}

/** Runs the `reseal.ts` of every service that has one, one after the other: they share the machine with the platform. */
async function everywhere(around: Surroundings, args: string[]): Promise<Line[]> {
  const lines: Line[] = [];
  for (const service of services) {
    const script = scriptOf(service, 'reseal');
    if (script === undefined) continue;
    const { stdout } = await run(process.execPath, [script, ...args], { env: environmentOf(service, around) }).catch(
      (cause: unknown) => {
        throw new Obstacle(`${service.folder}/src/reseal.ts did not end well: ${messageOf(cause)}`, { cause });
      },
    );
    for (const line of stdout.split('\n')) if (line.startsWith('{"service"')) lines.push(JSON.parse(line) as Line);
  }
  return lines;
}

async function surroundingsOf(dataDir: string, keysFile: string): Promise<Surroundings> {
  return { ports: await keptPorts(dataDir), secrets: await keptSecrets(dataDir), keysFile, logLevel: 'error' };
}

await main().catch((error: unknown) => {
  process.stderr.write(`${messageOf(error)}\n`);
  process.exitCode = 1;
});
