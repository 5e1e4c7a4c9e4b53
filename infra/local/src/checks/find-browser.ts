import { Obstacle } from '../obstacle.ts';
import { apt, canUseApt } from '../tools/apt.ts';
import { namedProgram, onPath } from '../tools/programs.ts';

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
  if (!(await canUseApt())) {
    throw new Obstacle(
      `The browser tests need ${programs[0]}: install it (Debian: ${install}), or name one in ${variable}.`,
    );
  }
  await apt(['update'], logFile, signal);
  await apt(['install', '-y', '--no-install-recommends', ...packages], logFile, signal);
  const installed = await onPath(programs, process.env);
  if (installed === undefined)
    throw new Obstacle(`${install} went well and there is still none on PATH: name one in ${variable}.`);
  return installed;
}
