import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Envelope } from '@beian/contracts/events.ts';
import { startNats, type NatsServer } from '@beian/local/servers/nats.ts';
import { freshDatabase } from '@beian/testkit/database.ts';
import { servers } from '@beian/testkit/servers.ts';
import { testLog } from '@beian/testkit/silent-log.ts';
import { aSpace } from '@beian/testkit/spaces.ts';
import type { Orm } from './database.ts';
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
