import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { searchAttributes } from '@beian/contracts/workflows.ts';
import { startNats, type NatsServer } from '@beian/local/servers/nats.ts';
import { startTemporal, type TemporalServer } from '@beian/local/servers/temporal.ts';
import { aPersonalUser, aReviewer } from '@beian/testkit/actors.ts';
import { aPlatform, type TestPlatform } from '@beian/testkit/platform.ts';
import {
  approval,
  aRegistration,
  as,
  aUnit,
  eventually,
  json,
  taskOf,
  untilStatus,
} from '@beian/testkit/registration.ts';

let dir: string;
let nats: NatsServer;
let temporal: TemporalServer;
let platform: TestPlatform;

const namespace = 'outage';
const startEngine = async (ports: { nats?: number; temporal?: number }): Promise<void> => {
  [nats, temporal] = await Promise.all([
    startNats({ dataDir: join(dir, 'nats'), ...(ports.nats ? { port: ports.nats } : {}) }),
    startTemporal({
      dataDir: join(dir, 'temporal'),
      uiPort: 'off',
      namespaces: [namespace],
      searchAttributes: Object.fromEntries(Object.values(searchAttributes).map(({ name, type }) => [name, type])),
      ...(ports.temporal ? { port: ports.temporal } : {}),
    }),
  ]);
};
const portOf = (url: string) => Number(/:(\d+)$/.exec(url)?.[1]);

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'beian-outage-'));
  await startEngine({});
  const engine = { temporalAddress: temporal.address, natsUrl: nats.url, namespace };
  platform = await aPlatform({ engine, outcomePatienceMs: 500 });
});
afterAll(async () => {
  await platform?.stop();
  await Promise.all([nats?.stop(), temporal?.stop()]);
  await rm(dir, { recursive: true, force: true });
});

it('with Temporal and NATS stopped a submission and a decision are accepted, and all goes on when they are back', async () => {
  const filer = aPersonalUser();
  const reviewer = aReviewer();
  const unit = await aUnit(platform, filer);
  const inReview = await aRegistration(platform, filer, unit, { name: '故障前提交的系统' });
  const task = await taskOf(platform, reviewer, inReview.number);
  await json(await as(platform, reviewer).post(`/api/review/tasks/${task.id}/claim`));

  const ports = { nats: portOf(nats.url), temporal: portOf(temporal.address) };
  await Promise.all([nats.stop(), temporal.stop()]);

  const fresh = await aRegistration(platform, filer, unit, { name: '故障中提交的系统' }); // answers 201
  const decision = await as(platform, reviewer).post(`/api/review/tasks/${task.id}/decision`, approval);
  expect(await json(decision, 202)).toMatchObject({ applied: false, applicationStatus: 'in_review' });
  const [waiting] = await platform.orm.em.fork().execute<{ n: string }[]>('select count(*) n from outbox');
  expect(Number(waiting?.n)).toBeGreaterThanOrEqual(3);

  await startEngine(ports);
  // The relay comes back to it after a pause as long as the outage, half a minute at most.
  await untilStatus(platform, filer, inReview.id, 'completed', 120_000);
  await untilStatus(platform, filer, fresh.id, 'in_review');
  await eventually(
    async () => {
      const [left] = await platform.orm.em.fork().execute<{ n: string }[]>('select count(*) n from outbox');
      return Number(left?.n);
    },
    (left) => left === 0,
  );
}, 300_000);
