import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Obstacle } from '../obstacle.ts';
import { showProgress } from '../progress.ts';
import { runToEnd } from '../servers/child-process.ts';
import { withLock } from './build-lock.ts';
import { cacheDir } from './find-tool.ts';
import { executable, namedProgram, onPath } from './programs.ts';

const run = promisify(execFile);
const requirements = fileURLToPath(new URL('../../../tools/schemathesis/requirements.txt', import.meta.url));
/** The oldest Python that the pinned release runs on. */
const oldest = [3, 11] as const;

/**
 * The Python that has schemathesis, to be run with `-m schemathesis.cli`: an environment of its own in the cache, made once for these very
 * pins from a Python of this machine, the one that BEIAN_PYTHON names or one on PATH. Throws an Obstacle when that cannot be.
 */
export async function findSchemathesis(logFile: string, signal?: AbortSignal, env = process.env): Promise<string> {
  const pins = createHash('sha256')
    .update(await readFile(requirements))
    .digest('hex');
  const home = join(cacheDir(env), `schemathesis-${pins.slice(0, 12)}`);
  if (await executable(pythonIn(home))) return pythonIn(home);
  const python = await findPython(env);
  await mkdir(cacheDir(env), { recursive: true });
  const progress = showProgress('schemathesis');
  try {
    const wait = () => progress.say('another run is installing it, waiting');
    await withLock(`${home}.lock`, wait, () => install(home, python, { logFile, env, patience: 60_000 }, signal));
    progress.end('installed');
  } catch (error) {
    progress.end('not installed');
    throw error;
  }
  return pythonIn(home);
}

const pythonIn = (home: string): string => join(home, 'bin', 'python');

/** A Python that is new enough and can make environments. */
async function findPython(env: NodeJS.ProcessEnv): Promise<string> {
  const can = `import ensurepip, sys, venv; sys.exit(sys.version_info < (${oldest.join(', ')}))`;
  const accepts = async (file: string): Promise<boolean> =>
    run(file, ['-c', can], { env, timeout: 10_000 }).then(
      () => true,
      () => false,
    );
  const named = await namedProgram('BEIAN_PYTHON', env);
  const python = named ?? (await onPath(['python3', 'python3.13', 'python3.12', 'python3.11'], env, { accepts }));
  if (python !== undefined && (await accepts(python))) return python;
  const what = named === undefined ? 'there is none here' : `${named} is none`;
  throw new Obstacle(
    `Schemathesis needs Python ${oldest.join('.')} or newer with venv, and ${what}: install it (Debian: apt-get install python3-venv), or name one in BEIAN_PYTHON.`,
  );
}

type Running = { logFile: string; env: NodeJS.ProcessEnv; patience: number };

/** The environment appears whole or not at all. */
async function install(home: string, python: string, running: Running, signal?: AbortSignal): Promise<void> {
  if (await executable(pythonIn(home))) return;
  const fresh = `${home}.new`;
  await rm(fresh, { recursive: true, force: true });
  await runToEnd({ ...running, name: 'python -m venv', command: python, args: ['-m', 'venv', fresh] }, signal);
  const exactly = ['--require-hashes', '--no-deps', '--only-binary=:all:', '-r', requirements];
  const quiet = ['--disable-pip-version-check', '--no-input', '--no-cache-dir', '--progress-bar', 'off'];
  const args = ['-m', 'pip', 'install', ...quiet, ...exactly];
  await runToEnd({ ...running, name: 'pip install schemathesis', command: pythonIn(fresh), args }, signal);
  await rename(fresh, home);
}
