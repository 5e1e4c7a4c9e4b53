import { join } from 'node:path';
import { type ServiceName, type Surroundings, environmentOf, scriptOf, services, urlOf } from './platform.ts';
import { runToEnd, startChild, untilReady } from './servers/child-process.ts';
import { type Unit, supervise } from './supervise.ts';

/** `serviceEnv` is added to the environment of every service. */
type Extended = Surroundings & { serviceEnv?: Record<string, string> };

/** Runs that script of every service that has it, all at once. An Obstacle names the one that failed. */
export async function runScripts(script: 'migrate' | 'seed', around: Extended, logDir: string, signal: AbortSignal) {
  const ends = await Promise.allSettled(
    services.map(async (service) => {
      const file = scriptOf(service, script);
      if (file === undefined || service.database === undefined) return;
      await runToEnd(
        {
          name: `${service.folder}/src/${script}.ts`,
          command: process.execPath,
          args: [file],
          env: environmentOf(service, around, around.serviceEnv),
          logFile: join(logDir, `${service.name}.log`),
        },
        signal,
      );
    }),
  );
  const failed = ends.find((end) => end.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
}

/** Our own processes as supervised units, in the order of starting. A unit has started when it is alive; readiness comes later. */
export function serviceUnits(
  around: Extended,
  logDir: string,
  tell: (line: string) => void,
): Record<ServiceName, Unit> {
  const entries = services.map((service): [ServiceName, Unit] => {
    const livez = `${urlOf(service.port, around.ports)}/livez`;
    const launch = async () => {
      const file = scriptOf(service, 'main');
      if (file === undefined) throw new Error(`${service.folder}/src/main.ts is missing`);
      const child = await startChild({
        name: service.name,
        command: process.execPath,
        args: ['--enable-source-maps', file],
        env: environmentOf(service, around, around.serviceEnv),
        logFile: join(logDir, `${service.name}.log`),
        patience: 25_000,
      });
      await untilReady(child, () => isOk(livez));
      return child;
    };
    const ails = async () => ((await isOk(livez)) ? undefined : '/livez does not answer');
    return [service.name, supervise(service.name, launch, tell, { ails })];
  });
  return Object.fromEntries(entries) as Record<ServiceName, Unit>;
}

/** Whether a URL answers with success within 5 s. */
export async function isOk(url: string): Promise<boolean> {
  return fetch(url, { signal: AbortSignal.timeout(5000) }).then(
    async (answer) => {
      await answer.body?.cancel();
      return answer.ok;
    },
    () => false,
  );
}
