import { safeguards } from '../../../../chaos/without.ts';
import { type Check, type CheckContext, excerpt, runProgram } from './check.ts';

/** Fixed, so that a run of the tests plays what the one before played. */
const seed = ['--seed', '799'];

/**
 * The short form of `npm run chaos`: every component is killed once while all five businesses run, and nothing may be damaged. Then the
 * controls: without a safeguard, and nobody killed, the same verdict has to find the damage that comes of it.
 */
export const chaosCheck: Check = {
  name: 'every component killed under load, and controls',
  async run(context) {
    const failures: string[] = [];
    const run = await chaos('chaos', ['--applications', '60', '--kills', '1'], context);
    if (!run.ok) failures.push(`✗ npm run chaos\n${run.lines}`);
    for (const [name, { finds }] of Object.entries(safeguards)) {
      const args = ['--applications', '20', '--kills', '0', '--without', name];
      const control = await chaos(`chaos-without-${name}`, args, context);
      if (!control.ok && new RegExp(`"${finds}":[1-9]`).test(control.lines)) continue;
      failures.push(`✗ the control without ${name} found nothing ${finds}\n${control.lines}`);
    }
    const all = 1 + Object.keys(safeguards).length;
    return { passed: all - failures.length, failed: failures.length, notes: failures.join('\n') };
  },
};

/** Runs it to its end; `lines`: what it found, without what happened on the way. */
async function chaos(name: string, args: string[], context: CheckContext): Promise<{ ok: boolean; lines: string }> {
  const { ok, output } = await runProgram(name, 'infra/local/src/chaos.ts', [...seed, ...args], context);
  const lines = output.split('\n').filter((line) => !/^\{"chaos":"(started|progress|killed|replayed)"/.test(line));
  return { ok, lines: excerpt(lines.join('\n')) };
}
