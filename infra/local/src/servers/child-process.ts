import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, open, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Obstacle, saysDiskIsFull } from '../obstacle.ts';

export type ChildSpec = {
  /** as people know it, e.g. "PostgreSQL" */
  name: string;
  command: string;
  args: string[];
  env?: NodeJS.ProcessEnv;
  cwd?: string;
  /** stdout and stderr are appended here */
  logFile: string;
  /** what asks for an orderly end; default SIGTERM */
  stopSignal?: NodeJS.Signals;
  /** milliseconds before an orderly end becomes SIGKILL; default 15,000 */
  patience?: number;
  /** further options of setpriv(1), e.g. another user; Linux only */
  privileges?: string[];
};

export type Exit = { code: number | null; signal: NodeJS.Signals | null };

/** A process that was started here and ends with us. */
export type Child = {
  name: string;
  pid: number;
  logFile: string;
  /** settles when the process is gone, whatever the reason */
  exited: Promise<Exit>;
  running(): boolean;
  /** Asks for an orderly end and waits for it; SIGKILL when patience runs out. Safe to call twice. */
  stop(): Promise<void>;
  /** SIGKILL at once, as a fault would; waits until the process is gone. */
  kill(): Promise<void>;
};

const setpriv = ['/usr/bin/setpriv', '/bin/setpriv'].find((path) => existsSync(path));

/** Whether setpriv(1) of util-linux is here: processes then end with their parent even when it is killed. */
export const hasSetpriv = setpriv !== undefined;

/**
 * Starts a process in a group of its own (a Ctrl-C of the terminal reaches only us: we stop the others in order).
 * Where setpriv exists the kernel also stops it when we are killed.
 */
export async function startChild(spec: ChildSpec): Promise<Child> {
  await mkdir(dirname(spec.logFile), { recursive: true });
  const log = await open(spec.logFile, 'a');
  const stopSignal = spec.stopSignal ?? 'SIGTERM';
  const wrap =
    setpriv === undefined ? [] : [setpriv, '--pdeathsig', stopSignal.slice(3), ...(spec.privileges ?? []), '--'];
  const [command = spec.command, ...args] = [...wrap, spec.command, ...spec.args];
  const child = spawn(command, args, {
    cwd: spec.cwd,
    env: spec.env ?? process.env,
    stdio: ['ignore', log.fd, log.fd],
    detached: true,
  });
  const exited = new Promise<Exit>((resolve) => child.once('exit', (code, signal) => resolve({ code, signal })));
  try {
    await new Promise<void>((resolve, reject) => {
      child.once('spawn', resolve);
      child.once('error', reject);
    });
  } catch (cause) {
    throw new Obstacle(`${spec.name} does not start: ${String(cause)}`, { cause });
  } finally {
    await log.close();
  }
  return handleOf(child, exited, spec, stopSignal);
}

function handleOf(child: ChildProcess, exited: Promise<Exit>, spec: ChildSpec, stopSignal: NodeJS.Signals): Child {
  const pid = child.pid;
  if (pid === undefined) throw new Error(`${spec.name} has no process id`);
  const running = () => child.exitCode === null && child.signalCode === null;
  const kill = async () => {
    if (running()) signalGroup(pid, 'SIGKILL');
    await exited;
  };
  const stop = async () => {
    if (!running()) return;
    child.kill(stopSignal);
    const patience = new AbortController();
    const late = sleep(spec.patience ?? 15_000, 'late', { signal: patience.signal }).catch(() => 'stopped');
    const outcome = await Promise.race([exited, late]);
    patience.abort();
    if (outcome === 'late') await kill();
  };
  return { name: spec.name, pid, logFile: spec.logFile, exited, running, stop, kill };
}

/** Runs a program that does one thing and ends; throws an Obstacle with the end of its log when it does not end well. */
export async function runToEnd(spec: ChildSpec, signal?: AbortSignal): Promise<void> {
  const child = await startChild(spec);
  const abort = () => void child.stop();
  signal?.addEventListener('abort', abort, { once: true });
  const exit = await child.exited;
  signal?.removeEventListener('abort', abort);
  signal?.throwIfAborted();
  if (exit.code !== 0) throw await failure(child, `ended with ${exit.signal ?? `exit code ${exit.code}`}`);
}

function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/**
 * Waits until `check` answers true. Ends with an Obstacle when the process exits first or time runs out;
 * the child is then stopped.
 */
export async function untilReady(child: Child, check: () => Promise<boolean>, seconds = 120): Promise<void> {
  const deadline = Date.now() + seconds * 1000;
  let exit: Exit | undefined;
  void child.exited.then((value) => (exit = value));
  while (Date.now() < deadline) {
    if (exit !== undefined)
      throw await failure(child, `stopped (${exit.signal ?? `exit code ${exit.code}`}) before it was ready`);
    if (await check().catch(() => false)) return;
    await sleep(100);
  }
  await child.kill();
  throw await failure(child, `was not ready after ${seconds} s`);
}

async function failure(child: Child, what: string): Promise<Obstacle> {
  const text = await readFile(child.logFile, 'utf8').catch(() => '');
  const tail = text.trimEnd().split('\n').slice(-8).join('\n  ');
  if (saysDiskIsFull(tail)) {
    return new Obstacle(
      `The disk that holds ${dirname(child.logFile)} is full: ${child.name} cannot start; free some space and start again.`,
    );
  }
  return new Obstacle(`${child.name} ${what}; the end of its log (${child.logFile}):\n  ${tail}`);
}
