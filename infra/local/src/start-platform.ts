import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { seededPeople } from '@beian/sso/people.ts';
import { takeDataDir } from './data-dir.ts';
import { createDatabases } from './databases.ts';
import { keepPorts } from './kept-ports.ts';
import { keptKeys } from './keys.ts';
import { Obstacle, messageOf } from './obstacle.ts';
import { type ServiceName, type Surroundings, natsUrl, services, superuserUrl, urlOf } from './platform.ts';
import { type PortChoice, type Ports, allotPorts } from './ports.table.ts';
import { type PlatformUrls, addresses } from './addresses.ts';
import { keptSecrets, rolePassword } from './secrets.ts';
import { type ServerName, serverUnits } from './server-units.ts';
import { isOk, runScripts, serviceUnits } from './service-units.ts';
import type { Unit } from './supervise.ts';
import { type ToolName, tools } from './tools/catalogue.ts';
import { findTool } from './tools/find-tool.ts';
import { buildWebApps } from './web.ts';

export type PlatformOptions = {
  dataDir: string;
  /** empties the data directory first */
  fresh?: boolean;
  ports?: PortChoice;
  /** added to the environment of every service, e.g. a policy with short deadlines */
  serviceEnv?: Record<string, string>;
  logLevel?: string;
  /** hears what is being done, one line at a time */
  tell?: (line: string) => void;
  /** ends the start early; what was started is stopped again */
  signal?: AbortSignal;
};

export type Platform = {
  /** the gateway as people see it */
  baseUrl: string;
  urls: PlatformUrls;
  /** who can sign in from the beginning */
  people: typeof seededPeople;
  ports: Ports;
  dataDir: string;
  logDir: string;
  /** the real servers: stop one, and start it again on the same port and data */
  servers: Record<ServerName, Unit>;
  services: Record<ServiceName, Unit>;
  /** the superuser's URL of a service's database, for tests that look inside */
  databaseUrl(database: string): string;
  /** of the NATS that events go through */
  natsUrl: string;
  /** Stops everything in the reverse order of starting. */
  stop(): Promise<void>;
};

/** Brings the whole platform up and answers when every part says that it is ready. */
export async function startPlatform(options: PlatformOptions): Promise<Platform> {
  const tell = options.tell ?? (() => undefined);
  const signal = options.signal ?? new AbortController().signal;
  const dataDir = resolve(options.dataDir);
  const giveBack = await takeDataDir(dataDir, options.fresh ?? false);
  const started: Unit[] = [];
  const stop = async () => {
    for (const unit of started.toReversed()) await unit.stop();
    await giveBack();
  };
  try {
    return await Promise.race([bringUp({ ...options, dataDir }, { tell, signal, started, stop }), aborted(signal)]);
  } catch (error) {
    await stop();
    throw error;
  }
}

type Course = { tell: (line: string) => void; signal: AbortSignal; started: Unit[]; stop: () => Promise<void> };

async function bringUp(options: PlatformOptions, { tell, signal, started, stop }: Course): Promise<Platform> {
  const { dataDir } = options;
  const logDir = join(dataDir, 'logs');
  await mkdir(logDir, { recursive: true });
  const ports = await allotPorts(options.ports ?? 'default');
  const secrets = await keptSecrets(dataDir);
  const keysFile = await keptKeys(dataDir);
  await keepPorts(dataDir, ports);
  const around: Surroundings = { ports, secrets, keysFile, logLevel: options.logLevel ?? 'info' };
  for (const name of Object.keys(tools) as ToolName[]) await findTool(name);
  signal.throwIfAborted();

  const web = buildWebApps(logDir, signal);
  web.catch(() => undefined); // awaited below; a failure in between must not end the process
  const servers = serverUnits({ dataDir, logDir, ...around }, tell);
  tell('starting PostgreSQL, NATS, MinIO and Temporal');
  started.push(...Object.values(servers));
  await Promise.all(Object.values(servers).map((unit) => unit.start()));
  signal.throwIfAborted();

  tell('migrating and seeding the databases');
  const databaseUrl = superuserUrl({ ports, secrets });
  const owned = services.flatMap((service) => service.database ?? []);
  await createDatabases(databaseUrl('postgres'), owned, (role) => rolePassword(role, secrets));
  const extended = { ...around, serviceEnv: options.serviceEnv };
  for (const script of ['migrate', 'seed'] as const) await runScripts(script, extended, logDir, signal);

  const built = await web;
  if (built.length > 0) tell(`built ${built.map((app) => `apps/${app}`).join(' and ')}`);
  signal.throwIfAborted();
  tell('starting the services');
  const units = serviceUnits(extended, logDir, tell);
  started.push(...Object.values(units));
  await Promise.all(Object.values(units).map((unit) => unit.start()));
  await untilAllReady(ports, logDir, signal);
  return {
    baseUrl: `http://localhost:${ports.gateway}`,
    urls: addresses(ports),
    people: seededPeople,
    ports,
    dataDir,
    logDir,
    servers,
    services: units,
    databaseUrl,
    natsUrl: natsUrl(around),
    stop,
  };
}

/** Every service ready by its own word, at last the gateway, which speaks for the platform. */
async function untilAllReady(ports: Ports, logDir: string, signal: AbortSignal): Promise<void> {
  const deadline = Date.now() + 120_000;
  for (const service of services) {
    const url = `${urlOf(service.port, ports)}/readyz`;
    while (!(await isOk(url))) {
      signal.throwIfAborted();
      if (Date.now() > deadline) {
        const says = await fetch(url).then((answer) => answer.text(), messageOf);
        throw new Obstacle(
          `${service.name} is not ready after 2 minutes and says ${says} (log: ${join(logDir, `${service.name}.log`)}).`,
        );
      }
      await sleep(150);
    }
  }
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const stop = () => reject(new Obstacle('The start was broken off.'));
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
}
