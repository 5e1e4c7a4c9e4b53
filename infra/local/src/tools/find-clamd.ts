import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Obstacle } from '../obstacle.ts';
import { runToEnd } from '../servers/child-process.ts';
import { apt, canUseApt } from './apt.ts';
import { withLock } from './build-lock.ts';
import { cacheDir } from './find-tool.ts';
import { executable, namedProgram, onPath } from './programs.ts';

/** A clamd and, where it was only unpacked, its libraries. */
export type Clamd = { command: string; libraries: string[] };

/**
 * clamd for the tests: the one that BEIAN_CLAMD names, else one of this machine, else, as root on Debian or Ubuntu, its packages are unpacked
 * into the cache. They are not installed: nothing is added to the machine, and no service of theirs starts. Otherwise an Obstacle says what to do.
 */
export async function findClamd(env: NodeJS.ProcessEnv = process.env): Promise<Clamd> {
  const more = ['/usr/sbin', '/usr/local/sbin'];
  const command = (await namedProgram('BEIAN_CLAMD', env)) ?? (await onPath(['clamd'], env, { more }));
  if (command !== undefined) return { command, libraries: [] };
  const home = join(cacheDir(env), 'clamd');
  if (!(await executable(commandIn(home)))) {
    if (!(await canUseApt())) {
      throw new Obstacle('The malware tests need clamd: install clamav-daemon, or name one in BEIAN_CLAMD.');
    }
    await mkdir(cacheDir(env), { recursive: true });
    const wait = () => process.stdout.write('waiting for another run that unpacks clamd\n');
    await withLock(`${home}.lock`, wait, () => unpack(home));
  }
  const libraries = join(home, 'usr', 'lib');
  const triplets = (await readdir(libraries)).filter((name) => name.includes('-linux-gnu'));
  return { command: commandIn(home), libraries: triplets.map((name) => join(libraries, name)) };
}

const commandIn = (home: string): string => join(home, 'usr', 'sbin', 'clamd');

async function unpack(home: string): Promise<void> {
  if (await executable(commandIn(home))) return;
  const [archives, fresh, logFile] = [`${home}.archives`, `${home}.new`, `${home}.log`];
  await rm(fresh, { recursive: true, force: true });
  await mkdir(join(archives, 'partial'), { recursive: true });
  // Only what this machine lacks: clamd itself and the libraries that it has not got.
  const there = ['-o', `Dir::Cache::archives=${archives}/`];
  const download = () =>
    apt(['install', '-y', '--download-only', '--no-install-recommends', ...there, 'clamav-daemon'], logFile);
  // A fresh machine knows no packages yet.
  await download().catch(async () => {
    await apt(['update'], logFile);
    await download();
  });
  const unpacking = { name: 'dpkg', command: 'dpkg', env: process.env, logFile, patience: 60_000 };
  for (const name of (await readdir(archives)).filter((one) => one.endsWith('.deb'))) {
    await runToEnd({ ...unpacking, args: ['-x', join(archives, name), fresh] });
  }
  await rm(archives, { recursive: true, force: true });
  await rename(fresh, home);
}
