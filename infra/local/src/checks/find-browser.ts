import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { Obstacle } from '../obstacle.ts';
import { runToEnd } from '../servers/child-process.ts';
import { namedProgram, onPath } from '../tools/programs.ts';

const run = promisify(execFile);
/** What each browser is called: the variable that names one, the programs looked for on PATH, its packages in Debian. */
const browsers = {
  chromium: {
    variable: 'BEIAN_CHROMIUM',
    programs: ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'],
    packages: ['chromium', 'fonts-noto-cjk'],
  },
  firefox: {
    variable: 'BEIAN_FIREFOX',
    programs: ['firefox-esr', 'firefox'],
    packages: ['firefox-esr', 'fonts-noto-cjk'],
  },
};

/**
 * A browser for the tests: the one that BEIAN_CHROMIUM or BEIAN_FIREFOX names, else one on PATH, else, as root on Debian
 * or Ubuntu, it is installed together with a Chinese font. Otherwise an Obstacle that says what to do.
 */
export async function findBrowser(
  browser: keyof typeof browsers,
  logFile: string,
  signal?: AbortSignal,
): Promise<string> {
  const { variable, programs, packages } = browsers[browser];
  const found = (await namedProgram(variable, process.env)) ?? (await onPath(programs, process.env));
  if (found !== undefined) return found;
  const install = `apt-get install ${packages.join(' ')}`;
  if (process.getuid?.() !== 0 || !(await hasApt())) {
    throw new Obstacle(
      `The browser tests need ${programs[0]}: install it (Debian: ${install}), or name one in ${variable}.`,
    );
  }
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args: string[]) =>
    runToEnd({ name: `apt-get ${args[0]}`, command: 'apt-get', args, env, logFile, patience: 60_000 }, signal);
  await apt('update', '-q');
  await apt('install', '-q', '-y', '--no-install-recommends', ...packages);
  const installed = await onPath(programs, process.env);
  if (installed === undefined)
    throw new Obstacle(`${install} went well and there is still none on PATH: name one in ${variable}.`);
  return installed;
}

async function hasApt(): Promise<boolean> {
  return run('apt-get', ['--version']).then(
    () => true,
    () => false,
  );
}
