import { execFile } from 'node:child_process';
import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { Obstacle } from '../obstacle.ts';
import { runToEnd } from '../servers/child-process.ts';

const run = promisify(execFile);
const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/**
 * A Chromium for the browser tests: the one BEIAN_CHROMIUM names, else one on PATH, else, as root on Debian or Ubuntu,
 * it is installed together with a Chinese font. Otherwise an Obstacle that says what to do.
 */
export async function findChromium(logFile: string, signal?: AbortSignal): Promise<string> {
  const named = process.env['BEIAN_CHROMIUM'];
  if (named !== undefined && named !== '') {
    if (await executable(named)) return named;
    throw new Obstacle(`BEIAN_CHROMIUM names ${named}, which is not a program that can be run.`);
  }
  const found = await onPath();
  if (found !== undefined) return found;
  if (process.getuid?.() !== 0 || !(await hasApt())) {
    throw new Obstacle(
      'The browser tests need Chromium: install it (Debian: apt-get install chromium fonts-noto-cjk), or name one in BEIAN_CHROMIUM.',
    );
  }
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args: string[]) =>
    runToEnd({ name: `apt-get ${args[0]}`, command: 'apt-get', args, env, logFile, patience: 60_000 }, signal);
  await apt('update', '-q');
  await apt('install', '-q', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk');
  const installed = await onPath();
  if (installed === undefined)
    throw new Obstacle(
      'apt-get installed chromium and there is still no chromium on PATH: name one in BEIAN_CHROMIUM.',
    );
  return installed;
}

async function onPath(): Promise<string | undefined> {
  const directories = (process.env['PATH'] ?? '').split(delimiter).filter((entry) => entry !== '');
  for (const name of names) {
    for (const directory of directories) {
      if (await executable(join(directory, name))) return join(directory, name);
    }
  }
  return undefined;
}

async function hasApt(): Promise<boolean> {
  return run('apt-get', ['--version']).then(
    () => true,
    () => false,
  );
}

async function executable(file: string): Promise<boolean> {
  return access(file, constants.X_OK).then(
    () => true,
    () => false,
  );
}
