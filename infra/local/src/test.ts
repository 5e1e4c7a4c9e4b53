import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Check, type CheckContext, type Outcome, programCheck } from './checks/check.ts';
import { chaosCheck } from './checks/chaos-check.ts';
import { functionsCheck } from './checks/functions-check.ts';
import { journeyCheck } from './checks/journey-check.ts';
import { schemaCheck } from './checks/schema-check.ts';
import { serversCheck } from './checks/servers-check.ts';
import { vitestCheck } from './checks/vitest-check.ts';
import { Obstacle } from './obstacle.ts';
import { root } from './platform.ts';
import { seconds } from './progress.ts';
import { untilAskedToStop } from './stop-signals.ts';
import { buildWebApps } from './web.ts';

const tsc = 'node_modules/typescript/bin/tsc';
const bench = 'infra/local/src/bench.ts';

/** Everything `npm test` does, in this order; a check that fails does not keep the next from running. */
const checks: Check[] = [
  programCheck('format', 'node_modules/oxfmt/bin/oxfmt', ['--check']),
  programCheck('lint', 'node_modules/oxlint/bin/oxlint', []),
  programCheck('types of services, workflows and tools', tsc, ['-p', 'tsconfig.json']),
  ...['ui', 'portal', 'review'].map((app) =>
    programCheck(`types of apps/${app}`, tsc, ['-p', `apps/${app}/tsconfig.json`]),
  ),
  serversCheck,
  vitestCheck,
  {
    name: 'web build',
    async run({ logDir, signal }) {
      await buildWebApps(logDir, signal);
      return { passed: 1, failed: 0 };
    },
  },
  journeyCheck,
  // Asked for by who takes changes in: they would make every run some minutes longer.
  ...(process.argv.includes('--chaos') ? [chaosCheck] : []),
  ...(process.argv.includes('--schemathesis') ? [schemaCheck] : []),
  ...(process.argv.includes('--model') ? [programCheck('a thousand random sequences', bench, ['model'])] : []),
  functionsCheck,
];

/** Seldom enough that what has failed is not lost among it. */
const heartbeatMs = 300_000;

async function runCheck(check: Check, context: CheckContext): Promise<Outcome> {
  const began = Date.now();
  const heart = setInterval(
    () => process.stdout.write(`      ${check.name} still running, ${seconds(Date.now() - began)}\n`),
    heartbeatMs,
  );
  const outcome = await check.run(context).catch((error: unknown): Outcome => {
    const words = error instanceof Error ? (error instanceof Obstacle ? error.message : error.stack) : String(error);
    return { passed: 0, failed: 1, notes: words };
  });
  clearInterval(heart);
  const mark = outcome.failed === 0 ? 'ok  ' : 'FAIL';
  process.stdout.write(
    `${mark}  ${check.name}: ${outcome.passed} passed, ${outcome.failed} failed (${seconds(Date.now() - began)})\n`,
  );
  if (outcome.notes) process.stdout.write(`${outcome.notes.replaceAll(/^/gm, '      ')}\n`);
  return outcome;
}

const asked = untilAskedToStop();
const logDir = join(root, 'test-results', 'logs');
await mkdir(logDir, { recursive: true });
const total = { passed: 0, failed: 0 };
const began = Date.now();
for (const check of checks) {
  if (asked.signal.aborted) break;
  const { passed, failed } = await runCheck(check, { logDir, signal: asked.signal, environment: process.env });
  total.passed += passed;
  total.failed += failed;
}
process.stdout.write(`\nlogs: ${logDir}; time: ${seconds(Date.now() - began)}\n`);
process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`);
process.exit(total.failed === 0 && !asked.signal.aborted ? 0 : 1);
