import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { consumer as documentsConsumer } from '@beian/documents/consumer.ts';
import { consumer as filingConsumer } from '@beian/filing/consumer.ts';
import { startNats } from '@beian/local/servers/nats.ts';
import { enterFilings } from '@beian/public-query/register/enter-filing.ts';
import { startConsumer } from '@beian/service-kit/consumer.ts';
import type { Orm } from '@beian/service-kit/database.ts';
import { mutate } from '@beian/service-kit/mutate.ts';
import type { Nats } from '@beian/service-kit/nats.ts';
import { startRelay } from '@beian/service-kit/outbox-relay.ts';
import { aReviewer, organs } from '@beian/testkit/actors.ts';
import { everyBusiness } from '@beian/testkit/every-business.ts';
import { aNotifications } from '@beian/testkit/notifications.ts';
import { aPlatform, type TestPlatform } from '@beian/testkit/platform.ts';
import { aPublicQuery } from '@beian/testkit/public-query.ts';
import { keptAfter, quarantinesAfter, readModelsAfter, readModelsOf } from '@beian/testkit/read-models.ts';
import {
  applicationOf,
  approval,
  aRegistration,
  aUnit,
  decided,
  eventually,
  untilStatus,
} from '@beian/testkit/registration.ts';
import { servers } from '@beian/testkit/servers.ts';
import { testLog } from '@beian/testkit/silent-log.ts';
import { aNamespace } from '@beian/testkit/spaces.ts';
import { accountOf, somebody } from '@beian/testkit/transfer.ts';

const filer = accountOf(somebody('张伟'));
const reviewer = aReviewer(organs.nanshan, ['reviewer', 'senior_reviewer']);

/** What a service has told the world so far, in its order. */
const eventsOf = async ({ orm }: { orm: Orm }): Promise<unknown[]> =>
  (
    await orm.em.fork().execute<{ payload: unknown }[]>("select payload from outbox where lane = 'event' order by seq")
  ).map(({ payload }) => payload);

/** The documents that applications name which have not ended, each once. */
const documentsInUse = async ({ orm }: TestPlatform): Promise<string[]> =>
  (
    await orm.em.fork().execute<{ id: string }[]>(
      `select distinct jsonb_array_elements_text(v.document_ids) as id from application a
       join application_version v on v.application_id = a.id and v.number = a.version
       where a.status in ('submitted', 'in_review', 'returned') order by id`,
    )
  ).map(({ id }) => id);

/** Documents has found one infected that it had taken in, and says so. */
const quarantined = ({ documents }: TestPlatform, documentId: string): Promise<void> =>
  mutate(documents, { kind: 'system', name: 'test' }, { action: 'document.quarantine' }, async (change) => {
    change.record({ subject: documentId });
    change.emit('document.quarantined', { subject: documentId, data: { documentId, kind: 'device_table' } });
  });

/** All of them three times, in any order. */
const thriceInAnyOrder = (events: readonly unknown[]) => {
  const thrice = [...events, ...events, ...events];
  return fc.shuffledSubarray(thrice, { minLength: thrice.length, maxLength: thrice.length });
};

describe('events that come three times and in any order', () => {
  let platform: TestPlatform;
  let events: unknown[];
  beforeAll(async () => {
    platform = await aPlatform({ outcomePatienceMs: 1 });
    await everyBusiness(platform, { filer, reviewer });
    events = await eventsOf(platform);
  }, 240_000);
  afterAll(() => platform.stop());

  /** Whatever the order, what comes of them is what comes of each once in its order. */
  async function always<T>(of: readonly unknown[], after: (delivered: readonly unknown[]) => Promise<T>): Promise<T> {
    const expected = await after(of);
    await fc.assert(
      fc.asyncProperty(thriceInAnyOrder(of), async (delivered) => {
        expect(await after(delivered)).toEqual(expected);
      }),
      { numRuns: 3, includeErrorInReport: true },
    );
    return expected;
  }

  it('make the same register, notifications and deliveries', async () => {
    const models = await always(events, readModelsAfter);
    expect(models.register).toHaveLength(3);
    expect(models.notifications.some((row) => row['settled_at'] !== null)).toBe(true);
  }, 240_000);

  it('keep the same documents', async () => {
    const kept = await always(events, (delivered) => keptAfter(platform.documents, delivered));
    expect(kept.length).toBeGreaterThan(3);
  });

  it('tell the same applications of documents that were quarantined', async () => {
    const infected = await documentsInUse(platform);
    for (const id of infected) await quarantined(platform, id);
    const found = await eventsOf(platform.documents);
    const told = await always(found, (delivered) => quarantinesAfter(platform.filing, delivered));
    expect(told.length).toBeGreaterThan(1);
    expect(told.reduce((sum, { entries }) => sum + Number(entries), 0)).toBeGreaterThanOrEqual(infected.length);
  });
});

describe('NATS that has lost its whole store while everything runs', () => {
  it('keeps no application from going on; every event is sent again, read models made anew are equal, and nothing is done twice', async () => {
    const dataDir = join(servers().dir, 'nats-lost');
    let server = await startNats({ dataDir });
    const { port } = server;
    const engine = { temporalAddress: servers().temporalAddress, namespace: await aNamespace(), natsUrl: server.url };
    const platform = await aPlatform({ engine });
    const nats = platform.nats;
    if (!nats) throw new Error('the platform has no NATS');
    const before = await consumersOn(nats);
    const services = servicesOn(platform, nats);
    const unit = await aUnit(platform, filer);
    const registered = async () => {
      const application = await aRegistration(platform, filer, unit);
      await decided(platform, reviewer, application.number, approval);
      return (await untilStatus(platform, filer, application.id, 'completed')).filingNumbers[0];
    };
    const waiting = await aRegistration(platform, filer, unit);
    const [infected = '', alsoInfected = ''] = await documentsInUse(platform);
    const numbers = [await registered(), await registered()];
    await quarantined(platform, infected);
    await eventually(before.numbers, (all) => all.length === 2);
    await eventually(services.quarantines, (entries) => entries === 1);

    // Its server goes on writing into it meanwhile.
    const store = { recursive: true, force: true, maxRetries: 10 };
    await rm(join(dataDir, 'jetstream'), store);
    numbers.push(await registered());
    await server.kill();
    await rm(join(dataDir, 'jetstream'), store);
    numbers.push(await registered());
    await quarantined(platform, alsoInfected);
    server = await startNats({ dataDir, port });

    await eventually(before.numbers, (all) => all.length === 4, 120_000);
    expect(await before.numbers()).toEqual(numbers.toSorted((a = '', b = '') => a.localeCompare(b)));
    const after = await consumersOn(nats, '-again');
    await eventually(after.models, (models) => models.register.length === 4);
    await eventually(
      async () => [await before.models(), await after.models()] as const,
      ([one, other]) => JSON.stringify(one) === JSON.stringify(other),
    );
    await eventually(services.waiting, (events) => events === 0);
    expect(await services.unkept()).toBe(0);
    expect(await services.quarantines()).toBe(2);
    expect((await applicationOf(platform, filer, waiting.id)).status).toBe('in_review');
    const { manager } = await nats.jetstream();
    await eventually(
      async () => (await manager.streams.info(nats.stream)).state.messages - (await services.sent()),
      (more) => more === 0,
    );
    await services.stop();
    await before.stop();
    await after.stop();
    await platform.stop();
    await server.stop();
  }, 400_000);
});

/** Documents with its relay, and what documents and filing do about events, as these services run. */
function servicesOn({ documents, filing }: TestPlatform, nats: Nats) {
  const relay = startRelay({ orm: documents.orm, log: testLog, nats });
  const consumers = [
    startConsumer({ ...documents, nats }, documentsConsumer),
    startConsumer({ ...filing, nats }, filingConsumer),
  ];
  const count = async ({ orm }: { orm: Orm }, of: string): Promise<number> => {
    const [row] = await orm.em.fork().execute<{ n: string }[]>(`select count(*) n from ${of}`);
    return Number(row?.n);
  };
  return {
    quarantines: () => count(filing, `timeline_entry where kind = 'document_quarantined'`),
    /** Every document of these tests is handed in. */
    unkept: () => count(documents, 'document where kept_at is null'),
    sent: async () => (await count(filing, 'sent_event')) + (await count(documents, 'sent_event')),
    /** Events that are not handled yet, or not sent. */
    waiting: async () => {
      const { manager } = await nats.jetstream();
      let events = (await count(filing, 'outbox')) + (await count(documents, 'outbox'));
      for (const { durable } of [documentsConsumer, filingConsumer]) {
        const { num_pending, num_ack_pending } = await manager.consumers.info(nats.stream, durable);
        events += num_pending + num_ack_pending;
      }
      return events;
    },
    stop: async () => {
      for (const one of consumers) await one.stop();
      await relay.stop();
    },
  };
}

/** Public query and notifications with databases of their own, fed by the stream. */
async function consumersOn(nats: Nats, suffix = '') {
  const publicQuery = await aPublicQuery();
  const notifications = await aNotifications({ nats, durable: `notifications${suffix}` });
  const consumer = startConsumer(
    { ...publicQuery.deps, nats },
    { durable: `public-query${suffix}`, handle: enterFilings },
  );
  const models = () => readModelsOf(publicQuery.deps.orm, notifications.deps.orm);
  return {
    models,
    numbers: async () => (await models()).register.map(({ number }) => number),
    stop: async () => {
      await consumer.stop();
      await notifications.stop();
      await publicQuery.deps.orm.close();
    },
  };
}
