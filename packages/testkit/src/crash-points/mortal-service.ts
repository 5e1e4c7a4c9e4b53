import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { openSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from '@beian/local/servers/ports.ts';
import { servers } from '../servers.ts';

const preload = new URL('./stop-at.ts', import.meta.url).href;
export type MortalService = Awaited<ReturnType<typeof aMortalService>>;

/**
 * A service as the process that it is in production, by its `main.ts`, which can be told at which step to die. Requests go to it over
 * HTTP: `as({ app: service }, actor)`.
 */
export async function aMortalService(main: URL, environment: Record<string, string>) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const log = openSync(join(servers().dir, `mortal-${port}.log`), 'a');
  let child: ChildProcess | undefined;

  const alive = () =>
    fetch(`${url}/livez`)
      .then((answer) => answer.ok)
      .catch(() => false);
  const start = async (): Promise<void> => {
    child = fork(fileURLToPath(main), {
      execArgv: ['--import', preload],
      env: {
        PATH: process.env['PATH'],
        NODE_ENV: 'production',
        NODE_COMPILE_CACHE: join(servers().dir, 'compiled'),
        LOG_LEVEL: 'warn',
        PORT: String(port),
        ...environment,
      },
      stdio: ['ignore', log, log, 'ipc'],
    });
    while (!(await alive())) {
      if (child.exitCode !== null) throw new Error(`the service ended with exit code ${child.exitCode}`);
      await sleep(25);
    }
  };
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
  };
  await start();
  return {
    url,
    request: (path: string, init?: RequestInit): Promise<Response> => fetch(`${url}${path}`, init),
    /**
     * Lets it die at a step, `mutate task.decide committed`, while something is asked of it that may come to nothing; comes back when it is
     * dead, and what `seen` finds is what it left behind. Then it runs again.
     */
    diesAt: async <T>(step: string, act: () => Promise<unknown>, seen: () => Promise<T>): Promise<T> => {
      if (!child) throw new Error('the service does not run');
      const dead = once(child, 'exit', { signal: AbortSignal.timeout(60_000) }).catch(() => {
        throw new Error(`the service never came to "${step}"`);
      });
      const armed = once(child, 'message');
      child.send(step);
      await armed;
      const acting = act().catch(() => undefined);
      await dead;
      await acting;
      const left = await seen();
      await start();
      return left;
    },
    stop: () => end('SIGTERM'),
  };
}
