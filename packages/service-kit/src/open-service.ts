import type { Constructor } from '@mikro-orm/core';
import type { Migration } from '@mikro-orm/migrations';
import { z } from 'zod';
import type { ProblemCode } from '@beian/contracts/problems.ts';
import { serviceToken, verifyActorToken } from './actor.ts';
import { chainHeadsAt } from './audit/chain-heads.ts';
import { publishEveryMs, publishHead } from './audit/publish-head.ts';
import type { Place } from './audit/verify-chain.ts';
import { systemClock } from './clock.ts';
import { ConfigError, readConfig, sharedKeys } from './config.ts';
import { countDeadLetters } from './dead-letters/list-dead-letters.ts';
import { migrate, openDatabase, servicePatience, type DatabaseOptions } from './database.ts';
import type { Check } from './health.ts';
import { keysConfig, keySource } from './keys.ts';
import { createLog } from './log.ts';
import { createMetrics } from './metrics.ts';
import type { MutateDeps } from './mutate.ts';
import { natsDurability } from './nats-durability.ts';
import { connectNats } from './nats.ts';
import { startRelay } from './outbox-relay.ts';
import { startPeriodic } from './periodic.ts';
import { countByKey, reseal, type KeyedColumns, type Rekeyed } from './reseal.ts';
import { createSealer, type Sealer } from './sealing.ts';
import { connectTemporal } from './temporal.ts';

/** Keys of a service with a database that sends events. */
export const openServiceKeys = z.object({
  PORT: sharedKeys.PORT,
  HOST: sharedKeys.HOST,
  LOG_LEVEL: sharedKeys.LOG_LEVEL,
  DATABASE_URL: sharedKeys.DATABASE_URL,
  NATS_URL: sharedKeys.NATS_URL,
  NATS_MONITORING_URL: sharedKeys.NATS_MONITORING_URL,
  IDENTITY_URL: sharedKeys.IDENTITY_URL,
  DOCUMENTS_URL: sharedKeys.DOCUMENTS_URL,
  SERVICE_SECRET: sharedKeys.SERVICE_SECRET,
});
export type OpenServiceConfig = z.output<typeof openServiceKeys>;

export type ServiceParts = {
  service: string;
  entities: DatabaseOptions['entities'];
  migrations: Constructor<Migration>[];
  constraints?: Readonly<Record<string, ProblemCode>>;
  /** For services that start or signal workflows. */
  temporal?: { address: string; namespace: string };
};

/** The connections that every such service has, made in one place: database, NATS, relay, log, metrics, verifier, checks, and how to stop. */
export async function openService(config: OpenServiceConfig, parts: ServiceParts) {
  const { service } = parts;
  const log = createLog({ service, level: config.LOG_LEVEL });
  const orm = await openDatabase({
    url: config.DATABASE_URL,
    entities: parts.entities,
    migrations: parts.migrations,
    patience: servicePatience,
    log,
  });
  const nats = connectNats({ url: config.NATS_URL, name: service });
  const temporal = parts.temporal ? connectTemporal(parts.temporal) : undefined;
  const relay = startRelay({ orm, log, nats, ...(temporal ? { temporal } : {}) });
  const metrics = createMetrics(service);
  metrics.gauge('beian_outbox_rows', 'messages that are not sent yet', () => relay.depth());
  metrics.gauge('beian_dead_letters', 'what was given up and waits for an operator', () => countDeadLetters(orm));
  const base: MutateDeps = {
    orm,
    log,
    clock: systemClock,
    relay,
    service,
    ...(parts.constraints ? { constraints: parts.constraints } : {}),
  };
  const checks: Record<string, Check> = {
    database: () => orm.em.fork().execute('select 1'),
    nats: async () => {
      await nats.ready();
      return natsDurability(config.NATS_MONITORING_URL);
    },
    ...(temporal ? { temporal: temporal.ready } : {}),
  };
  const verifyActor = verifyActorToken({ serviceSecret: config.SERVICE_SECRET, identityUrl: config.IDENTITY_URL });
  const chainHeads = chainHeadsAt(config.DOCUMENTS_URL, () => serviceToken(service, config.SERVICE_SECRET));
  let published: Place | undefined;
  const publishing = startPeriodic({ log, name: 'audit head', everyMs: publishEveryMs }, async () => {
    published = await publishHead({ orm, chainHeads }, published);
  });
  const stop = [publishing.stop, relay.stop, nats.close, ...(temporal ? [temporal.close] : []), () => orm.close()];
  return { base, nats, temporal, metrics, checks, verifyActor, chainHeads, stop };
}

/** Entry of a service's `migrate.ts`: brings its database up to date and ends. */
export async function runMigrations(parts: Pick<ServiceParts, 'entities' | 'migrations'>): Promise<void> {
  const { DATABASE_URL: url } = readConfig(openServiceKeys.pick({ DATABASE_URL: true }));
  const orm = await openDatabase({ ...parts, url });
  await migrate(orm);
  await orm.close();
}

/** What is keyed and not in the database: how to bring it under the current keys, and how much there is under which. */
export type OtherKeyed = { reseal(sealer: Sealer): Promise<Rekeyed[]>; count(): Promise<Rekeyed[]> };

/**
 * Entry of a service's `reseal.ts`: brings what it holds under the current keys, while the service runs, and prints as lines of JSON what
 * was done at each place (`resealed`) and how much there is under which key (`has`); with `--count` the latter alone.
 */
export async function runReseal(
  service: string,
  parts: Pick<ServiceParts, 'entities' | 'migrations'> & { columns: KeyedColumns },
  other?: OtherKeyed,
): Promise<void> {
  const config = readConfig(openServiceKeys.pick({ DATABASE_URL: true, LOG_LEVEL: true }).extend(keysConfig));
  const log = createLog({ service, level: config.LOG_LEVEL });
  const orm = await openDatabase({ ...parts, url: config.DATABASE_URL });
  const sealer = createSealer(keySource(config));
  const deps = { orm, log, clock: systemClock, relay: { nudge: () => undefined }, service, sealer };
  const print = (what: 'resealed' | 'has', lines: Rekeyed[] = []) =>
    lines.forEach((line) => process.stdout.write(`${JSON.stringify({ service, what, ...line })}\n`));
  if (!process.argv.includes('--count')) {
    print('resealed', await reseal(deps, parts.columns));
    print('resealed', await other?.reseal(sealer));
  }
  print('has', await countByKey(deps, parts.columns));
  print('has', await other?.count());
  await orm.close();
}

/** Runs a `main`: a wrong environment is one clear text, not a stack. */
export async function runMain(main: () => Promise<unknown>): Promise<void> {
  try {
    await main();
  } catch (error) {
    process.stderr.write(
      error instanceof ConfigError
        ? `${error.message}\n`
        : `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
    process.exit(1);
  }
}
