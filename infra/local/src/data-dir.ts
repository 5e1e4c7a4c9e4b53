import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Obstacle } from './obstacle.ts';
import { isRunning } from './servers/is-running.ts';

const lockName = 'running.json';
const neededBytes = 500 * 2 ** 20;

/**
 * Takes the data directory for this process. A second start on it, or too little space, is an Obstacle.
 * `fresh` empties it first. Answers what gives it back.
 */
export async function takeDataDir(dataDir: string, fresh: boolean): Promise<() => Promise<void>> {
  await mkdir(dataDir, { recursive: true });
  const lock = join(dataDir, lockName);
  const holder = await holderOf(lock);
  if (holder !== undefined) {
    throw new Obstacle(
      `The platform already runs on ${dataDir} (process ${holder}): stop it first, or give another directory with --data DIR.`,
    );
  }
  await rm(lock, { force: true });
  if (fresh) {
    for (const entry of await readdir(dataDir)) await rm(join(dataDir, entry), { recursive: true, force: true });
  }
  const disk = await statfs(dataDir);
  if (disk.bavail * disk.bsize < neededBytes) {
    const left = Math.floor((disk.bavail * disk.bsize) / 2 ** 20);
    throw new Obstacle(
      `The disk that holds ${dataDir} is full: ${left} MB are left and 500 MB are needed; free some space, or give another directory with --data DIR.`,
    );
  }
  await writeFile(lock, JSON.stringify({ pid: process.pid, born: birthOf(process.pid) }), { flag: 'wx' });
  return () => rm(lock, { force: true });
}

/** The process that holds the directory, if it still lives. */
async function holderOf(lock: string): Promise<number | undefined> {
  const text = await readFile(lock, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const { pid, born } = JSON.parse(text) as { pid: number; born?: string };
  if (!isRunning(pid)) return undefined;
  // the number may have gone to another process since
  return birthOf(pid) === born ? pid : undefined;
}

/** When a process began, in the kernel's ticks; undefined where there is no /proc. */
function birthOf(pid: number): string | undefined {
  const file = `/proc/${pid}/stat`;
  if (!existsSync(file)) return undefined;
  return readFileSync(file, 'utf8').split(') ').at(-1)?.split(' ')[19];
}
