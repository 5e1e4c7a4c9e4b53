import { mkdir, writeFile } from 'node:fs/promises';
import proto from '@temporalio/proto';
import { Worker } from '@temporalio/worker';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ApplicationSummary } from '@beian/contracts/applications.ts';
import type { Unit } from '@beian/contracts/units.ts';
import { defaultPolicy, type Policy, type Span } from '@beian/contracts/workflows.ts';
import type { Filer } from '@beian/service-kit/actor.ts';
import { seededPeople } from '@beian/sso/people.ts';
import { aPersonalUser, aReviewer, organs } from '@beian/testkit/actors.ts';
import { appealStories, playAppeal } from '@beian/testkit/appeal-stories.ts';
import { filingsLike } from '@beian/testkit/change.ts';
import { changeStories, playChange } from '@beian/testkit/change-stories.ts';
import { aPlatform, type TestPlatform } from '@beian/testkit/platform.ts';
import {
  applicationOf,
  approval,
  aRegistration,
  aReturn,
  as,
  aUnit,
  decided,
  eventually,
  json,
  named,
  taskOf,
  untilStatus,
  uploaded,
} from '@beian/testkit/registration.ts';
import { aSuspension, suspended, suspendedAndResumed } from '@beian/testkit/suspension.ts';
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

type Story = (application: { id: string; number: string }) => Promise<unknown>;
const stories: Record<string, Story> = {
  'registration-approved': ({ number }) => decided(platform, reviewer, number, approval),
  'registration-rejected': ({ number }) =>
    decided(platform, reviewer, number, { outcome: 'reject', reasonCode: 'other', opinion: '陈志远请补充说明' }),
  'registration-rerouted': async ({ number }) => {
    await decided(platform, reviewer, number, { outcome: 'reroute', opinion: '属福田区', targetOrgan: '440304' });
    await decided(platform, aReviewer(organs.futian), number, approval);
  },
  'registration-suspended-and-approved': async ({ number }) => {
    await suspendedAndResumed(platform, reviewer, number, aSuspension('陈志远约定到现场核查'));
    await decided(platform, reviewer, number, approval);
  },
  'registration-suspended-until-its-day': async ({ id, number }) => {
    await suspended(platform, reviewer, number);
    await eventually(
      () => applicationOf(platform, filer, id),
      (application) => application.suspensions.some(({ resumed }) => resumed?.by === 'day'),
    );
    await decided(platform, reviewer, number, approval);
  },
  'registration-suspended-and-withdrawn': async ({ id, number }) => {
    await suspended(platform, reviewer, number);
    await as(platform, filer).post(`/api/applications/${id}/withdrawal`);
  },
  'registration-withdrawn': ({ id }) =>
    as(platform, filer).post(`/api/applications/${id}/withdrawal`, { reason: '王建国离职' }),
  'registration-returned-and-approved': async ({ id, number }) => {
    await decided(platform, reviewer, number, aReturn);
    await untilStatus(platform, filer, id, 'returned');
    const correction = { baseVersion: 1, system: { retentionDays: 90 }, explanation: '王建国核实', truthful: true };
    await json(await as(platform, filer).create(`/api/applications/${id}/resubmission`, correction), 201);
    await decided(platform, reviewer, number, approval);
  },
  'registration-extended-and-expired': async ({ id, number }) => {
    await decided(platform, reviewer, number, aReturn);
    const { correction } = await untilStatus(platform, filer, id, 'returned');
    await json(await as(platform, filer).post(`/api/applications/${id}/extension`, { reason: '王建国出差' }));
    const expired = await untilStatus(platform, filer, id, 'expired');
    expect(Date.parse(expired.updatedAt)).toBeGreaterThanOrEqual(Date.parse(correction?.dueAt ?? '') + 4000);
  },
  'registration-expired': async ({ id, number }) => {
    await decided(platform, reviewer, number, aReturn);
    await untilStatus(platform, filer, id, 'expired');
  },
};

/** Those that wait for the end of a time. */
const untilTheEnd = [
  'registration-suspended-until-its-day',
  'registration-extended-and-expired',
  'registration-expired',
];
const expiredTransfer = 'transfer-expired';

const cancellations: Record<string, (filer: Filer, application: ApplicationSummary) => Promise<unknown>> = {
  'cancellation-approved': (_filer, { number }) => decided(platform, reviewer, number, approval),
  'cancellation-suspended-and-approved': async (_filer, { number }) => {
    await suspendedAndResumed(platform, reviewer, number, aSuspension('陈志远约定到现场核查'));
    await decided(platform, reviewer, number, approval);
  },
  'cancellation-returned-and-approved': async (owner, { id, number }) => {
    const notice = [{ field: 'cancellation.reason', problem: '原因不明', advice: '请写明' }];
    await decided(platform, reviewer, number, { outcome: 'return', opinion: '请补正。', notice });
    await untilStatus(platform, owner, id, 'returned');
    const correction = { baseVersion: 1, cancellation: { reason: '王建国离职，系统已拆除' }, truthful: true };
    await json(await as(platform, owner).create(`/api/applications/${id}/resubmission`, correction), 201);
    await decided(platform, reviewer, number, approval);
  },
};

/** Filings of the filer's that nothing was done with. */
let stock: string[] = [];
async function filed(): Promise<string> {
  const number = stock.pop();
  if (number === undefined) throw new Error('more filings are played on than were made');
  return number;
}

/** Cancels a filing of its own and plays a story on it; answers the application's id. */
async function cancelled(play: (filer: Filer, application: ApplicationSummary) => Promise<unknown>): Promise<string> {
  const body = {
    kind: 'cancellation',
    filingNumber: await filed(),
    reason: '陈志远申请注销',
    authorisationId: await uploaded(platform, filer, 'cancellation_authorisation'),
    confirmed: true,
  };
  const application = await json<ApplicationSummary>(await as(platform, filer).create('/api/applications', body), 201);
  await play(filer, application);
  await handleOf(application.id).result();
  return application.id;
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
  const aTransfer = async (name: string, at = platform) => {
    const id = await playTransfer(name, { platform: at, initiator: filer, filingNumber: await filed() });
    await handleOf(id).result();
    return [name, id] as const;
  };
  const aStory = async (name: string, at = platform) => {
    const application = await aRegistration(at, filer, unit);
    await stories[name]?.(application);
    await handleOf(application.id).result();
    return [name, application.id] as const;
  };
  // Nothing happens in them until their time is over: the others are played meanwhile.
  const hurried = underPolicy(platform, short);
  const expiring = Promise.all([
    ...untilTheEnd.map((name) => aStory(name, hurried)),
    aTransfer(expiredTransfer, hurried),
  ]);
  expiring.catch(() => undefined); // awaited below
  // One business after the other: the engine of a test keeps up with some stories at once, not with all of them.
  const finished = await Promise.all(
    Object.keys(stories)
      .filter((name) => !untilTheEnd.includes(name))
      .map((name) => aStory(name)),
  );
  const ended = await Promise.all(
    Object.entries(cancellations).map(async ([name, play]) => [name, await cancelled(play)] as const),
  );
  const changed = await Promise.all(changeStories.map((name) => playChange(name, { platform, filer, file: filed })));
  const transferred = await Promise.all(
    transferStories.filter((name) => name !== expiredTransfer).map((name) => aTransfer(name)),
  );
  const appealed = await Promise.all(
    appealStories.map(async (name) => {
      const id = await playAppeal(name, { platform, filingNumber: await filed() });
      await handleOf(id).result();
      return [name, id] as const;
    }),
  );
  const waiting = await aRegistration(platform, filer, unit);
  await taskOf(platform, reviewer, waiting.number);
  const played = [
    ...(await expiring),
    ...finished,
    ...ended,
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
