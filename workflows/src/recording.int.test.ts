import { mkdir, writeFile } from 'node:fs/promises';
import proto from '@temporalio/proto';
import { Worker } from '@temporalio/worker';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Unit } from '@beian/contracts/units.ts';
import { defaultPolicy, type Policy, type Span } from '@beian/contracts/workflows.ts';
import { seededPeople } from '@beian/sso/people.ts';
import { aPersonalUser, aReviewer } from '@beian/testkit/actors.ts';
import { appealStories, playAppeal } from '@beian/testkit/appeal-stories.ts';
import { cancellationStories, playCancellation } from '@beian/testkit/cancellation-stories.ts';
import { filingsLike } from '@beian/testkit/change.ts';
import { changeStories, playChange } from '@beian/testkit/change-stories.ts';
import { aPlatform, type TestPlatform } from '@beian/testkit/platform.ts';
import { expiringRegistrations, playRegistration, registrationStories } from '@beian/testkit/registration-stories.ts';
import {
  approval,
  aRegistration,
  aUnit,
  decided,
  eventually,
  named,
  taskOf,
  untilStatus,
} from '@beian/testkit/registration.ts';
import { playTransfer, transferStories } from '@beian/testkit/transfer-stories.ts';
import { underPolicy } from '@beian/testkit/under-policy.ts';
import { bundleWorkflows } from './worker.ts';

/** Whose names, phones and numbers may stand in no history and no event. */
const personal = [
  ...Object.values(named),
  ...seededPeople.flatMap(({ claims }) => [claims.name, claims.phone_number, claims.id_number]),
];
const { History } = proto.temporal.api.history.v1;
const folder = new URL('../histories/', import.meta.url);
const record = process.env['BEIAN_RECORD_HISTORIES'] === 'yes';

const filer = aPersonalUser();
const reviewer = aReviewer();
const seconds = (amount: number): Span => ({ amount, unit: 'seconds' });
const policy: Policy = {
  ...defaultPolicy,
  review: { due: seconds(600), remindAfter: [seconds(300)], escalateAfter: [seconds(600)] },
};
/** Of the stories that wait for the end of a time; the others have all that a slow machine wants. */
const short: Policy = {
  ...policy,
  correction: { due: seconds(8), remindBefore: [seconds(7)] },
  suspension: { longest: seconds(4) },
  acceptance: { due: seconds(10), remindBefore: [seconds(9)] },
};
let platform: TestPlatform;
let unit: Unit;

beforeAll(async () => {
  platform = await aPlatform({ engine: true, policy, publicQuery: true });
  unit = await aUnit(platform, filer);
  const registered = await aRegistration(platform, filer, unit);
  await decided(platform, reviewer, registered.number, approval);
  const [first = ''] = (await untilStatus(platform, filer, registered.id, 'completed')).filingNumbers;
  stock = await filingsLike(platform, filer, first, 40);
});
afterAll(() => platform.stop());

const expiredTransfer = 'transfer-expired';

/** Filings of the filer's that nothing was done with. */
let stock: string[] = [];
async function filed(): Promise<string> {
  const number = stock.pop();
  if (number === undefined) throw new Error('more filings are played on than were made');
  return number;
}

const handleOf = (id: string) => {
  if (!platform.temporal) throw new Error('no engine');
  return platform.temporal.client.workflow.getHandle(id);
};
/** Everything that a history holds, its payloads decoded. */
const readable = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    part instanceof Uint8Array ? Buffer.from(part).toString('utf8') : part,
  );

it('no history and no event of any story holds a name, a phone or an ID number; each replays', async () => {
  const workflowBundle = await bundleWorkflows();
  const ended = async (name: string, id: string) => {
    await handleOf(id).result();
    return [name, id] as const;
  };
  const aTransfer = async (name: string, at = platform) =>
    ended(name, await playTransfer(name, { platform: at, initiator: filer, filingNumber: await filed() }));
  const aRegistered = async (name: string, at = platform) =>
    ended(name, await playRegistration(name, { platform: at, filer, unit }));
  // Nothing happens in them until their time is over: the others are played meanwhile.
  const hurried = underPolicy(platform, short);
  const expiring = Promise.all([
    ...expiringRegistrations.map((name) => aRegistered(name, hurried)),
    aTransfer(expiredTransfer, hurried),
  ]);
  expiring.catch(() => undefined); // awaited below
  // One business after the other: the engine of a test keeps up with some stories at once, not with all of them.
  const finished = await Promise.all(registrationStories.map((name) => aRegistered(name)));
  const cancelled = await Promise.all(
    cancellationStories.map(async (name) =>
      ended(name, await playCancellation(name, { platform, filer, filingNumber: await filed() })),
    ),
  );
  const changed = await Promise.all(changeStories.map((name) => playChange(name, { platform, filer, file: filed })));
  const transferred = await Promise.all(
    transferStories.filter((name) => name !== expiredTransfer).map((name) => aTransfer(name)),
  );
  const appealed = await Promise.all(
    appealStories.map(async (name) => ended(name, await playAppeal(name, { platform, filingNumber: await filed() }))),
  );
  const waiting = await aRegistration(platform, filer, unit);
  await taskOf(platform, reviewer, waiting.number);
  const played = [
    ...(await expiring),
    ...finished,
    ...cancelled,
    ...changed.flat(),
    ...transferred,
    ...appealed,
    ['registration-in-review', waiting.id] as const,
  ];

  const histories = await Promise.all(
    played.map(async ([name, workflowId]) => ({
      name,
      workflowId,
      history: await handleOf(workflowId).fetchHistory(),
    })),
  );
  for await (const { workflowId, error } of Worker.runReplayHistories({ workflowBundle }, histories)) {
    if (error) throw new Error(`the history of ${workflowId} does not replay`, { cause: error });
  }
  for (const { name, workflowId: id, history } of histories) {
    const text = readable(history);
    expect(text).toContain(id); // the search sees into the payloads
    for (const secret of [...personal, unit.uscc]) expect(text).not.toContain(secret);
    if (record) {
      await mkdir(folder, { recursive: true });
      // The machine that recorded it is nobody's business.
      const plain = History.toObject(History.fromObject(history), { longs: String, bytes: String, enums: String });
      const anonymous = JSON.stringify(plain).replaceAll(/"(identity|name)":"\d+@[^"]*"/g, '"$1":"worker"');
      await writeFile(new URL(`${name}.json`, folder), `${anonymous}\n`);
    }
  }

  const unsent = "select 1 from outbox where lane = 'event'";
  await eventually(
    () => platform.orm.em.fork().execute<unknown[]>(unsent),
    (rows) => rows.length === 0,
  );
  const events = await publishedEvents(platform);
  expect(events.map((event) => (event as { type: string }).type)).toEqual(
    expect.arrayContaining([
      'beian.filing.registered',
      'beian.filing.changed',
      'beian.filing.cancelled',
      'beian.filing.transferred',
      'beian.filing.held',
      'beian.filing.released',
      'beian.application.expired',
      'beian.application.withdrawn',
    ]),
  );
  for (const secret of personal) expect(JSON.stringify(events)).not.toContain(secret);
}, 400_000);

async function publishedEvents({ nats }: TestPlatform): Promise<unknown[]> {
  if (!nats) throw new Error('no engine');
  const { js, manager } = await nats.jetstream();
  const { state } = await manager.streams.info(nats.stream);
  const messages = await (
    await js.consumers.get(nats.stream, {})
  ).fetch({ max_messages: state.messages, expires: 60_000 });
  const all: unknown[] = [];
  for await (const message of messages) all.push(message.json());
  return all;
}
