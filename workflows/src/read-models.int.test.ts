import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startNats } from '@beian/local/servers/nats.ts';
import { enterFilings } from '@beian/public-query/register/enter-filing.ts';
import { startConsumer } from '@beian/service-kit/consumer.ts';
import type { Nats } from '@beian/service-kit/nats.ts';
import { aPersonalUser, aReviewer, organs } from '@beian/testkit/actors.ts';
import { lodged } from '@beian/testkit/appeals.ts';
import { cancelled } from '@beian/testkit/cancellation.ts';
import { aSubmittedChange } from '@beian/testkit/change.ts';
import { aNotifications } from '@beian/testkit/notifications.ts';
import { aPlatform, type TestPlatform } from '@beian/testkit/platform.ts';
import { aPublicQuery } from '@beian/testkit/public-query.ts';
import { keptAfter, readModelsAfter, readModelsOf } from '@beian/testkit/read-models.ts';
import {
  aFiling,
  approval,
  aRegistration,
  aReturn,
  aUnit,
  decided,
  eventually,
  settled,
  untilStatus,
} from '@beian/testkit/registration.ts';
import { servers } from '@beian/testkit/servers.ts';
import { aNamespace } from '@beian/testkit/spaces.ts';
import { suspended } from '@beian/testkit/suspension.ts';
import { accountOf, answered, approvedTwice, settleOutcome, somebody, transferred } from '@beian/testkit/transfer.ts';

const filer = accountOf(somebody('张伟'));
const reviewer = aReviewer(organs.nanshan, ['reviewer', 'senior_reviewer']);

/** What filing has told the world so far, in its order. */
const eventsOf = async (platform: TestPlatform): Promise<unknown[]> =>
  (
    await platform.orm.em
      .fork()
      .execute<{ payload: unknown }[]>("select payload from outbox where lane = 'event' order by seq")
  ).map(({ payload }) => payload);

describe('events that come three times and in any order', () => {
  let platform: TestPlatform;
  let events: unknown[];
  beforeAll(async () => {
    platform = await aPlatform({ outcomePatienceMs: 1 });
    await everyBusiness(platform);
    events = await eventsOf(platform);
  }, 60_000);
  afterAll(() => platform.stop());

  it('make the same register, notifications and deliveries', async () => {
    const expected = await readModelsAfter(events);
    expect(expected.register).toHaveLength(3);
    expect(expected.notifications.some((row) => row['settled_at'] !== null)).toBe(true);
    const thrice = [...events, ...events, ...events];
    const shuffled = fc.shuffledSubarray(thrice, { minLength: thrice.length, maxLength: thrice.length });
    await fc.assert(
      fc.asyncProperty(shuffled, async (delivered) => {
        expect(await readModelsAfter(delivered)).toEqual(expected);
      }),
      { numRuns: 3 },
    );
  }, 120_000);

  it('keep the same documents', async () => {
    const expected = await keptAfter(platform.documents, events);
    expect(expected.length).toBeGreaterThan(3);
    const backwards = events.toReversed();
    expect(await keptAfter(platform.documents, [...backwards, ...events, ...backwards])).toEqual(expected);
  });
});

/** Each business once, with a return, a suspension and an appeal on the way. */
async function everyBusiness(platform: TestPlatform): Promise<void> {
  const [first, second, third] = [
    await aFiling(platform, filer, reviewer),
    await aFiling(platform, filer, reviewer),
    await aFiling(platform, filer, reviewer),
  ];
  const unit = (await platform.orm.em.fork().execute<{ id: string }[]>('select id from unit'))[0];
  const returned = await aRegistration(platform, filer, { id: unit?.id ?? '' } as Parameters<typeof aRegistration>[2]);
  await settled(platform, reviewer, returned, aReturn);
  await settled(platform, reviewer, await aSubmittedChange(platform, filer, [first]), approval);
  await settled(platform, reviewer, await cancelled(platform, filer, second), approval);
  const person = somebody();
  const transfer = await transferred(platform, filer, person, third);
  await approvedTwice(platform, transfer);
  await answered(platform, accountOf(person), transfer.id, { accept: true });
  await settleOutcome(platform, transfer.id);
  const appeal = await lodged(platform, aPersonalUser(), { filingNumber: first });
  const { review: policy } = platform.filing.policy;
  const cause = { kind: 'submission' } as const;
  await platform.activities.openReview({ applicationId: appeal.id, stage: 'validity', cause, policy });
  await suspended(platform, reviewer, appeal.number);
}

describe('NATS that has lost its whole store while everything runs', () => {
  it('keeps no application from going on; every event is sent again, and read models made anew are equal', async () => {
    const dataDir = join(servers().dir, 'nats-lost');
    let server = await startNats({ dataDir });
    const { port } = server;
    const engine = { temporalAddress: servers().temporalAddress, namespace: await aNamespace(), natsUrl: server.url };
    const platform = await aPlatform({ engine });
    const nats = platform.nats;
    if (!nats) throw new Error('the platform has no NATS');
    const before = await consumersOn(nats);
    const unit = await aUnit(platform, filer);
    const registered = async () => {
      const application = await aRegistration(platform, filer, unit);
      await decided(platform, reviewer, application.number, approval);
      return (await untilStatus(platform, filer, application.id, 'completed')).filingNumbers[0];
    };
    const numbers = [await registered(), await registered()];
    await eventually(before.numbers, (all) => all.length === 2);

    await rm(join(dataDir, 'jetstream'), { recursive: true, force: true });
    numbers.push(await registered());
    await server.kill();
    await rm(join(dataDir, 'jetstream'), { recursive: true, force: true });
    numbers.push(await registered());
    server = await startNats({ dataDir, port });

    await eventually(before.numbers, (all) => all.length === 4, 60_000);
    expect(await before.numbers()).toEqual(numbers.toSorted((a = '', b = '') => a.localeCompare(b)));
    const after = await consumersOn(nats, '-again');
    await eventually(after.models, (models) => models.register.length === 4);
    await eventually(
      async () => [await before.models(), await after.models()] as const,
      ([one, other]) => JSON.stringify(one) === JSON.stringify(other),
    );
    const { manager } = await nats.jetstream();
    const [sent] = await platform.orm.em.fork().execute<{ n: string }[]>('select count(*) n from sent_event');
    expect((await manager.streams.info(nats.stream)).state.messages).toBe(Number(sent?.n));
    await before.stop();
    await after.stop();
    await platform.stop();
    await server.stop();
  }, 180_000);
});

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
