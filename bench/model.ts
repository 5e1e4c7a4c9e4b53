/**
 * A thousand random sequences of steps over the five businesses against the model of them: the test of `npm test` in its long form. Prints a
 * line of JSON; `passed` must be true.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const sequences = 1000;
const began = performance.now();
const child = spawn(
  process.execPath,
  ['node_modules/vitest/vitest.mjs', 'run', 'services/filing/src/model.int.test.ts'],
  {
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    env: { ...process.env, BEIAN_MODEL_SEQUENCES: String(sequences) },
    stdio: ['ignore', 'inherit', 'inherit'],
  },
);
const [code] = (await once(child, 'exit')) as [number | null];
const seconds = Math.round((performance.now() - began) / 1000);
process.stdout.write(`${JSON.stringify({ name: 'model', sequences, passed: code === 0, seconds })}\n`);
process.exitCode = code ?? 1;
