import { AckPolicy } from '@nats-io/jetstream';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startPostgres } from '@beian/local/servers/postgres.ts';
import { freshDatabase } from '@beian/testkit/database.ts';
import { servers } from '@beian/testkit/servers.ts';
import { testLog } from '@beian/testkit/silent-log.ts';
import { aSpace } from '@beian/testkit/spaces.ts';
import { startConsumer } from './consumer.ts';
import { migrate, openDatabase, type Orm } from './database.ts';
import { newId } from './ids.ts';
import type { MutateDeps } from './mutate.ts';
import { connectNats, type Nats } from './nats.ts';

let orm: Orm;
let nats: Nats;
beforeEach(async () => {
  orm = await freshDatabase({ entities: [], migrations: [] });
  nats = connectNats({ url: servers().natsUrl, name: 'consumer test', space: aSpace() });
});
afterEach(async () => {
  await nats.close();
  await orm.close();
});

const deps = (): MutateDeps => ({
  orm,
  clock: { now: () => new Date() },
  log: testLog,
  relay: { nudge: () => undefined },
  service: 'test',
});

describe('a consumer', () => {
  it('has one effect for an event that is delivered three times, and parks one that cannot be read', async () => {
    await orm.em.fork().execute('create table effect (subject text not null)');
    const consumer = startConsumer(
      { ...deps(), nats },
      {
        durable: 'test',
        handle: {
          'document.released': async (change, event) => {
            await change.em.execute('insert into effect (subject) values (?)', [event.subject], 'run');
          },
        },
      },
    );
    const subject = newId();
    const envelope = released(subject);
    const { js } = await nats.jetstream();
    const to = nats.subjectOf('document.released');
    for (let i = 0; i < 3; i += 1) await js.publish(to, JSON.stringify(envelope));
    await js.publish(to, '{"not":"an event"}');

    await vi.waitFor(
      async () => {
        const parked = await orm.em.fork().execute('select consumer from parked_event');
        expect(parked).toEqual([{ consumer: 'test' }]);
        const repeated = await orm.em
          .fork()
          .execute(
            "select data->>'repeated' r from audit_entry where action = 'consume.document.released' order by seq",
          );
        expect(repeated).toEqual([{ r: 'false' }, { r: 'true' }, { r: 'true' }]);
      },
      { timeout: 60_000 },
    );
    expect(await orm.em.fork().execute('select subject from effect')).toEqual([{ subject }]);
    await consumer.stop();
  });

  it('takes what it handles now, when another version of the service has made it', async () => {
    const { js, manager } = await nats.jetstream();
    await manager.consumers.add(nats.stream, {
      durable_name: 'versions',
      ack_policy: AckPolicy.Explicit,
      filter_subjects: [nats.subjectOf('filing.registered')],
    });
    const handled: string[] = [];
    const consumer = startConsumer(
      { ...deps(), nats },
      { durable: 'versions', handle: { 'document.released': async (_, { subject }) => void handled.push(subject) } },
    );
    const subject = newId();
    await js.publish(nats.subjectOf('document.released'), JSON.stringify(released(subject)));
    await vi.waitFor(() => expect(handled).toEqual([subject]), { timeout: 60_000 });
    await consumer.stop();
  });

  it('goes on when NATS has forgotten it: everything comes again and has its one effect, what is new too', async () => {
    const handled: string[] = [];
    const consumer = startConsumer(
      { ...deps(), nats },
      { durable: 'forgotten', handle: { 'document.released': async (_, { subject }) => void handled.push(subject) } },
    );
    const [before, after] = [newId(), newId()];
    const { js, manager } = await nats.jetstream();
    const to = nats.subjectOf('document.released');
    await js.publish(to, JSON.stringify(released(before)));
    await vi.waitFor(() => expect(handled).toEqual([before]), { timeout: 60_000 });

    await manager.consumers.delete(nats.stream, 'forgotten');
    await js.publish(to, JSON.stringify(released(after)));
    await vi.waitFor(() => expect(handled).toEqual([before, after]), { timeout: 60_000 });
    await consumer.stop();
  });

  it('blames no event for a database that is full, however often it comes meanwhile', async () => {
    let handled = 0;
    const consumer = startConsumer(
      { ...deps(), nats },
      {
        durable: 'full',
        maxTries: 1,
        handle: {
          'document.released': async ({ em }) => {
            handled += 1;
            if (handled < 3) await em.execute(`do $$ begin raise sqlstate '53100'; end $$`);
          },
        },
      },
    );
    const { js } = await nats.jetstream();
    await js.publish(nats.subjectOf('document.released'), JSON.stringify(released(newId())));
    await vi.waitFor(async () => expect(await orm.em.fork().execute('select from inbox')).toHaveLength(1), {
      timeout: 60_000,
    });
    expect(handled).toBe(3);
    expect(await orm.em.fork().execute('select event_id from parked_event')).toEqual([]);
    await consumer.stop();
  });

  it('blames no event for a database that is away, however often it comes meanwhile', async () => {
    const dataDir = `${servers().dir}/postgres-${aSpace()}`;
    const first = await startPostgres({ dataDir });
    const { url, port, password } = first;
    const own = await openDatabase({ url, entities: [], migrations: [] });
    await migrate(own);
    let handled = 0;
    const consumer = startConsumer(
      { ...deps(), orm: own, nats },
      {
        durable: 'away',
        handle: {
          'document.released': async () => {
            handled += 1;
            // What fails once the database is back, as a transaction may that meets another, fails for the first time.
            if (handled === 1) throw new Error('a first try');
          },
        },
      },
    );
    await first.stop();
    const subject = newId();
    const { js, manager } = await nats.jetstream();
    await js.publish(nats.subjectOf('document.released'), JSON.stringify(released(subject)));
    const deliveries = async () => (await manager.consumers.info(nats.stream, 'away')).delivered.consumer_seq;
    await vi.waitFor(async () => expect(await deliveries()).toBeGreaterThan(9), { timeout: 60_000, interval: 200 });

    const second = await startPostgres({ dataDir, port, password });
    await vi.waitFor(() => expect(handled).toBe(2), { timeout: 60_000 });
    expect(await own.em.fork().execute('select event_id from parked_event')).toEqual([]);
    await consumer.stop();
    await own.close();
    await second.stop();
  }, 200_000);
});

const released = (subject: string) => ({
  specversion: '1.0',
  id: newId(),
  source: 'beian/test',
  type: 'beian.document.released',
  time: new Date().toISOString(),
  subject,
  datacontenttype: 'application/json',
  data: { documentId: subject },
});
