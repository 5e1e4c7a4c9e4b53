/** `npm run chaos`: a platform of its own under load, whose every part is killed; prints lines of JSON, ends with 1 when there is damage. */
import { readOptions, usage, type Options } from '../../../chaos/options.ts';
import { runChaos } from '../../../chaos/run-chaos.ts';
import { untilAskedToStop } from './stop-signals.ts';

const asked = untilAskedToStop();
const args = process.argv.slice(2);
if (args.includes('--help')) {
  process.stdout.write(`${usage}\n`);
  process.exit(0);
}
let options: Options;
try {
  options = readOptions(args);
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n${usage}\n`);
  process.exit(2);
}
try {
  const print = (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`);
  const damage = await runChaos(options, print, asked.signal);
  process.exit(damage.length === 0 ? 0 : 1);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
}
