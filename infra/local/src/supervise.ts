import { setTimeout as sleep } from 'node:timers/promises';
import { messageOf } from './obstacle.ts';
import type { Child } from './servers/child-process.ts';

/** A process that is kept running until it is told to stop. */
export type Unit = {
  name: string;
  /** Starts it and waits until it is ready. */
  start(): Promise<void>;
  /** Ends it in order; it stays down until started again. */
  stop(): Promise<void>;
  /** Ends it at once, as a fault would; it stays down until started again. */
  kill(): Promise<void>;
  pid(): number | undefined;
};

/**
 * Looks after a process that runs and is of no use: `ails` says what is wrong, or nothing. Asked every `everyMs`; who ails so many `times`
 * one after the other, a minute and more, is killed and so started again.
 */
export type Care = { ails: () => Promise<string | undefined>; everyMs?: number; times?: number };

const firstPause = 500;
const longestPause = 30_000;
const steadyAfter = 60_000;

/** Keeps a process running: after an unexpected exit it is started again, after a pause that doubles up to 30 s. */
export function supervise(name: string, launch: () => Promise<Child>, tell: (line: string) => void, care?: Care): Unit {
  let wanted = false;
  let child: Child | undefined;
  let pending: Promise<void> | undefined;
  let pause = firstPause;

  const launchOnce = async () => {
    const launched = await launch();
    const since = Date.now();
    child = launched;
    if (care) void lookAfter(launched, care);
    void launched.exited.then(async ({ code, signal }) => {
      if (child === launched) child = undefined;
      if (!wanted) return;
      if (Date.now() - since > steadyAfter) pause = firstPause;
      tell(`${name} ended unexpectedly (${signal ?? `exit code ${code}`}); starting it again in ${pause / 1000} s`);
      await relaunch();
    });
  };
  const lookAfter = async (launched: Child, { ails, everyMs = 5000, times = 12 }: Care) => {
    for (let ailing = 0; ailing < times;) {
      await sleep(everyMs, undefined, { ref: false });
      if (child !== launched || !launched.running()) return;
      const ailment = await ails().catch(messageOf);
      ailing = ailment === undefined ? 0 : ailing + 1;
      if (ailing === times) tell(`${name} runs and is of no use: ${ailment}; killing it`);
    }
    await launched.kill();
  };
  const relaunch = async () => {
    while (wanted) {
      await sleep(pause, undefined, { ref: false });
      pause = Math.min(pause * 2, longestPause);
      if (!wanted) return;
      pending = launchOnce();
      const error: unknown = await pending.then(
        () => undefined,
        (reason: unknown) => reason,
      );
      if (error === undefined) {
        tell(`${name} runs again`);
        return;
      }
      tell(`${name} did not come back: ${messageOf(error)}`);
    }
  };
  const end = async (how: 'stop' | 'kill') => {
    wanted = false;
    await pending?.catch(() => undefined); // whoever started it was told
    await child?.[how]();
    child = undefined;
  };
  return {
    name,
    async start() {
      if (wanted) return;
      wanted = true;
      pause = firstPause;
      pending = launchOnce();
      await pending.catch((error: unknown) => {
        wanted = false;
        throw error;
      });
    },
    stop: () => end('stop'),
    kill: () => end('kill'),
    pid: () => child?.pid,
  };
}
