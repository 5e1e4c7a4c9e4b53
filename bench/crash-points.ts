/**
 * Filing killed at every step of every transaction of submitting, deciding, transferring and cancelling: the test of `npm test` in its long
 * form. Prints a line of JSON; `passed` must be true.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const test = 'workflows/src/crash-points.int.test.ts';
const began = performance.now();
const child = spawn(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', test], {
  cwd: root,
  env: { ...process.env, BEIAN_CRASH_POINTS: 'all' },
  stdio: ['ignore', 'inherit', 'inherit'],
});
const [code] = (await once(child, 'exit')) as [number | null];
const seconds = Math.round((performance.now() - began) / 1000);
process.stdout.write(`${JSON.stringify({ name: 'crash-points', passed: code === 0, seconds })}\n`);
process.exitCode = code ?? 1;
