import { parseArgs } from 'node:util';
import { safeguards, type Safeguard } from './without.ts';

export type Options = {
  seed: number;
  applications: number;
  /** how often each component is killed */
  kills: number;
  /** how often each component stands still for a while */
  freezes: number;
  /** cases that are played at the same time */
  lanes: number;
  /** of a control: what is taken away */
  without: Safeguard | undefined;
  /** where to keep the data and logs of the run; undefined: a folder that is removed afterwards */
  data: string | undefined;
};

export const usage = `npm run chaos -- [--applications N] [--kills N] [--freezes N] [--seed N] [--lanes N] [--without ${Object.keys(safeguards).join('|')}] [--data DIR]
  --applications N   applications that are played, of all five businesses; 500 when not said; 60 come to every end that there is
  --kills N          how often each component is killed with SIGKILL; twice when not said
  --freezes N        how often each component stands still for 2 to 40 s (SIGSTOP); never when not said
  --seed N           decides what is played and who is killed when; drawn and printed when not said
  --lanes N          cases that are played at the same time; 12 when not said
  --without NAME     a control: takes a safeguard away first, the run has to report the damage
  --data DIR         keeps data and logs of the run in DIR`;

/** Reads the command line; throws a TypeError that says what is wrong. */
export function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      applications: { type: 'string', default: '500' },
      kills: { type: 'string', default: '2' },
      freezes: { type: 'string', default: '0' },
      seed: { type: 'string' },
      lanes: { type: 'string', default: '12' },
      without: { type: 'string' },
      data: { type: 'string' },
    },
  });
  const { without } = values;
  if (without !== undefined && !(without in safeguards)) {
    throw new TypeError(`--without knows ${Object.keys(safeguards).join(' and ')}, not ${without}`);
  }
  return {
    seed: values.seed === undefined ? Math.floor(Math.random() * 1e9) : wholeNumber('seed', values.seed, 0),
    applications: wholeNumber('applications', values.applications, 1),
    kills: wholeNumber('kills', values.kills, 0),
    freezes: wholeNumber('freezes', values.freezes, 0),
    lanes: wholeNumber('lanes', values.lanes, 1),
    without: without as Safeguard | undefined,
    data: values.data,
  };
}

function wholeNumber(name: string, given: string, least: number): number {
  const value = Number(given);
  if (!Number.isSafeInteger(value) || value < least) {
    throw new TypeError(`--${name} wants a whole number from ${least} on, not "${given}"`);
  }
  return value;
}
