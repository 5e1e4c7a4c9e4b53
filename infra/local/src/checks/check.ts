import { open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../platform.ts';
import { startChild } from '../servers/child-process.ts';

/** What a check found. `notes` are shown when something failed, or when they matter anyway. */
export type Outcome = { passed: number; failed: number; notes?: string };

/** Several outcomes as one. */
export const total = (outcomes: readonly Outcome[]): Outcome => ({
  passed: outcomes.reduce((sum, { passed }) => sum + passed, 0),
  failed: outcomes.reduce((sum, { failed }) => sum + failed, 0),
  notes: outcomes.flatMap(({ notes }) => notes || []).join('\n'),
});

export type Check = { name: string; run(context: CheckContext): Promise<Outcome> };

export type CheckContext = { logDir: string; signal: AbortSignal; environment: NodeJS.ProcessEnv };

/** Most of a long output is noise: what is shown at most of one failed check. */
const shownLines = 60;

export type Ran = { ok: boolean; output: string };

/** Runs a script of ours, or of a package, to its end. */
export const runProgram = (name: string, script: string, args: string[], context: CheckContext, cwd = root) =>
  runCommand(name, [process.execPath, join(root, script), ...args], context, cwd);

/** Runs a command to its end with its output in a log of its own; stopped when the run is broken off. */
export async function runCommand(
  name: string,
  [command, ...args]: [string, ...string[]],
  context: CheckContext,
  cwd = root,
): Promise<Ran> {
  const logFile = join(context.logDir, `${name.replaceAll(/\W+/g, '-')}.log`);
  await rm(logFile, { force: true });
  const child = await startChild({
    name,
    command,
    args,
    cwd,
    env: { ...context.environment, FORCE_COLOR: '0', NO_COLOR: '1' },
    logFile,
    patience: 60_000,
  });
  const abort = () => void child.stop();
  context.signal.addEventListener('abort', abort, { once: true });
  const exit = await child.exited;
  context.signal.removeEventListener('abort', abort);
  context.signal.throwIfAborted();
  return { ok: exit.code === 0, output: await readFile(logFile, 'utf8') };
}

/** One program that either succeeds or not counts as one test. */
export function programCheck(name: string, script: string, args: string[], cwd?: string): Check {
  return {
    name,
    async run(context) {
      const ran = await runProgram(name, script, args, context, cwd);
      return ran.ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1, notes: excerpt(ran.output) };
    },
  };
}

/** The last lines of an output, with a word on what was left out. */
export function excerpt(output: string, most = shownLines): string {
  const lines = output.trimEnd().split('\n');
  const left = lines.length - most;
  return left > 0 ? [`… (${left} lines before)`, ...lines.slice(-most)].join('\n') : lines.join('\n');
}

/** An existing JSON report, or undefined when the program died before writing it. */
export async function readReport<T>(file: string): Promise<T | undefined> {
  const handle = await open(file).catch(() => undefined);
  if (handle === undefined) return undefined;
  const text = await handle.readFile('utf8');
  await handle.close();
  return JSON.parse(text) as T;
}
