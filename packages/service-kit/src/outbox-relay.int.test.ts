import { AckPolicy } from '@nats-io/jetstream';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Envelope } from '@beian/contracts/events.ts';
import { startNats, type NatsServer } from '@beian/local/servers/nats.ts';
import { startPostgres } from '@beian/local/servers/postgres.ts';
import { freshDatabase } from '@beian/testkit/database.ts';
import { servers } from '@beian/testkit/servers.ts';
import { testLog } from '@beian/testkit/silent-log.ts';
import { aSpace } from '@beian/testkit/spaces.ts';
import { startConsumer } from './consumer.ts';
import { migrate, openDatabase, type Orm } from './database.ts';
import { newId } from './ids.ts';
import { mutate, type MutateDeps } from './mutate.ts';
import { connectNats, type Nats } from './nats.ts';
import { startRelay, type Relay } from './outbox-relay.ts';

let orm: Orm;
const noRelay = { nudge: () => undefined };
const depsWith = (relay: MutateDeps['relay']): MutateDeps => ({
  orm,
  clock: { now: () => new Date() },
  log: testLog,
  relay,
  service: 'test',
});

// Each its own: a database that knows another stream sends it all that was sent before.
beforeEach(async () => {
  orm = await freshDatabase({ entities: [], migrations: [] });
});
afterEach(() => orm.close());

const emit = (relay: MutateDeps['relay'], subject: string, sequence: number) =>
  mutate(depsWith(relay), { kind: 'system', name: 'test' }, { action: 'emit' }, async (change) => {
    // Writers of one subject hold its row lock in real use cases; here an advisory lock stands for that row.
    await change.em.execute('select pg_advisory_xact_lock(hashtext(?))', [subject]);
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 5));
    change.emit('document.released', { subject, sequence, data: { documentId: subject } });
    change.record({ subject });
  });

const depth = async (): Promise<number> => {
  const [row] = await orm.em.fork().execute<{ n: string }[]>('select count(*) n from outbox');
  return Number(row?.n);
};

async function published(nats: Nats): Promise<Envelope[]> {
  const { js, manager } = await nats.jetstream();
  const { state } = await manager.streams.info(nats.stream);
  if (state.messages === 0) return [];
  const consumer = await js.consumers.get(nats.stream, {});
  const messages = await consumer.fetch({ max_messages: state.messages, expires: 60_000 });
  const all: Envelope[] = [];
  for await (const message of messages) all.push(message.json<Envelope>());
  return all;
}

describe('the relay', () => {
  let nats: Nats;
  beforeAll(() => {
    nats = connectNats({ url: servers().natsUrl, name: 'relay test', space: aSpace() });
  });
  afterAll(() => nats.close());

  it('publishes what concurrent transactions commit, in order per subject, by two relays at once', async () => {
    const relays = [startRelay({ orm, log: testLog, nats }), startRelay({ orm, log: testLog, nats })];
    const nudge = () => relays.forEach((relay) => relay.nudge());
    const subjects = Array.from({ length: 8 }, newId);
    for (let sequence = 1; sequence <= 10; sequence += 1) {
      await Promise.all(subjects.map((subject) => emit({ nudge }, subject, sequence)));
    }
    await vi.waitFor(async () => expect(await depth()).toBe(0), { timeout: 60_000 });
    await Promise.all(relays.map((relay) => relay.stop()));
    const events = await published(nats);
    for (const subject of subjects) {
      const sequences = events.filter((event) => event.subject === subject).map((event) => event.sequence);
      expect(sequences).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    }
  });

  it('publishes once although it is stopped between publishing and deleting', async () => {
    const subject = newId();
    await emit(noRelay, subject, 1);
    const [row] = await orm.em.fork().execute<{ id: string; payload: Envelope }[]>('select id, payload from outbox');
    const { js } = await nats.jetstream();
    await js.publish(nats.subjectOf('document.released'), JSON.stringify(row?.payload), { msgID: row?.id ?? '' });
    const relay = startRelay({ orm, log: testLog, nats });
    await vi.waitFor(async () => expect(await depth()).toBe(0), { timeout: 60_000 });
    await relay.stop();
    expect((await published(nats)).filter((event) => event.subject === subject)).toHaveLength(1);
  });
});

describe('with NATS away', () => {
  it('keeps the events, starts and serves, and publishes them when NATS is there', async () => {
    const dataDir = `${servers().dir}/nats-${aSpace()}`;
    let server: NatsServer = await startNats({ dataDir });
    const { port } = server;
    await server.stop();

    const nats = connectNats({ url: `nats://127.0.0.1:${port}`, name: 'outage test' });
    const relay: Relay = startRelay({ orm, log: testLog, nats });
    const subject = newId();
    await emit(relay, subject, 1);
    await expect(nats.ready()).rejects.toThrow();
    expect(await depth()).toBe(1);

    server = await startNats({ dataDir, port });
    await vi.waitFor(async () => expect(await depth()).toBe(0), { timeout: 60_000 });
    await server.stop();
    await emit(relay, subject, 2);
    server = await startNats({ dataDir, port });
    await vi.waitFor(async () => expect(await depth()).toBe(0), { timeout: 60_000 });

    expect((await published(nats)).map((event) => event.sequence)).toEqual([1, 2]);
    await relay.stop();
    await nats.close();
    await server.stop();
  }, 200_000);
});

describe('a consumer', () => {
  it('has one effect for an event that is delivered three times, and parks one that cannot be read', async () => {
    const nats = connectNats({ url: servers().natsUrl, name: 'consumer test', space: aSpace() });
    const relay = startRelay({ orm, log: testLog, nats });
    await orm.em.fork().execute('create table effect (subject text not null)');
    const consumer = startConsumer(
      { ...depsWith(relay), nats },
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
    await relay.stop();
    await nats.close();
  });

  it('takes what it handles now, when another version of the service has made it', async () => {
    const nats = connectNats({ url: servers().natsUrl, name: 'versions test', space: aSpace() });
    const { js, manager } = await nats.jetstream();
    await manager.consumers.add(nats.stream, {
      durable_name: 'versions',
      ack_policy: AckPolicy.Explicit,
      filter_subjects: [nats.subjectOf('filing.registered')],
    });
    const handled: string[] = [];
    const consumer = startConsumer(
      { ...depsWith(noRelay), nats },
      { durable: 'versions', handle: { 'document.released': async (_, { subject }) => void handled.push(subject) } },
    );
    const subject = newId();
    await js.publish(nats.subjectOf('document.released'), JSON.stringify(released(subject)));
    await vi.waitFor(() => expect(handled).toEqual([subject]), { timeout: 60_000 });
    await consumer.stop();
    await nats.close();
  });

  it('goes on when NATS has forgotten it: everything comes again and has its one effect, what is new too', async () => {
    const nats = connectNats({ url: servers().natsUrl, name: 'forgotten test', space: aSpace() });
    const handled: string[] = [];
    const consumer = startConsumer(
      { ...depsWith(noRelay), nats },
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
    await nats.close();
  });

  it('blames no event for a database that is full, however often it comes meanwhile', async () => {
    const nats = connectNats({ url: servers().natsUrl, name: 'full test', space: aSpace() });
    let handled = 0;
    const consumer = startConsumer(
      { ...depsWith(noRelay), nats },
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
    await nats.close();
  });

  it('blames no event for a database that is away, however often it comes meanwhile', async () => {
    const dataDir = `${servers().dir}/postgres-${aSpace()}`;
    const first = await startPostgres({ dataDir });
    const { url, port, password } = first;
    const own = await openDatabase({ url, entities: [], migrations: [] });
    await migrate(own);
    const nats = connectNats({ url: servers().natsUrl, name: 'away test', space: aSpace() });
    let handled = 0;
    const consumer = startConsumer(
      { ...depsWith(noRelay), orm: own, nats },
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
    await nats.close();
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
