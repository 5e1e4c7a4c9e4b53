import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** Runs a test of `npm test` in its long form, which the environment asks for; prints a line of JSON with what is measured, and ends as it does. */
export async function playLongForm(
  measured: Record<string, unknown>,
  test: string,
  env: Record<string, string>,
): Promise<void> {
  const began = performance.now();
  const child = spawn(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', test], {
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  const seconds = Math.round((performance.now() - began) / 1000);
  process.stdout.write(`${JSON.stringify({ ...measured, passed: code === 0, seconds })}\n`);
  process.exitCode = code ?? 1;
}
