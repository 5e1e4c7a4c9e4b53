import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ApplicationSummary } from '@beian/contracts/applications.ts';
import type { Unit } from '@beian/contracts/units.ts';
import { schema } from '@beian/filing/deps.ts';
import { startNats, type NatsServer } from '@beian/local/servers/nats.ts';
import { migrate, openDatabase, type Orm } from '@beian/service-kit/database.ts';
import { newId } from '@beian/service-kit/ids.ts';
import { aReviewer, organs, serviceSecret, testReceiptKey } from '@beian/testkit/actors.ts';
import { aCancellation } from '@beian/testkit/cancellation.ts';
import { aMortalService, type MortalService } from '@beian/testkit/crash-points/mortal-service.ts';
import { emptyDatabase } from '@beian/testkit/database.ts';
import { brokenInvariants } from '@beian/testkit/invariants.ts';
import { aPlatform, type TestPlatform } from '@beian/testkit/platform.ts';
import { approval, as, aSubmission, aUnit, json, taskOf, untilStatus } from '@beian/testkit/registration.ts';
import { testKeys } from '@beian/testkit/sealer.ts';
import { servers } from '@beian/testkit/servers.ts';
import { testLog } from '@beian/testkit/silent-log.ts';
import { aNamespace } from '@beian/testkit/spaces.ts';
import { accountOf, aTransfer, somebody } from '@beian/testkit/transfer.ts';
import { bundleWorkflows, startWorkflowWorker } from './worker.ts';

/** Every step of a transaction, in order; at all but the last nothing has happened. */
const every = ['begun', 'worked', 'flushed', 'told', 'answered', 'audited', 'committed'];
/** `all` stops at every step of every transaction: some minutes. */
const steps = (...some: string[]) => (process.env['BEIAN_CRASH_POINTS'] === 'all' ? every : some);

const filer = accountOf(somebody('张伟'));
const reviewer = aReviewer();
const senior = aReviewer(organs.nanshan, ['senior_reviewer']);
let dir: string;
let orm: Orm;
let nats: NatsServer;
let others: TestPlatform;
let workflows: ReturnType<typeof startWorkflowWorker>;
let service: MortalService;
/** Filing is a process of its own here, the services around it are not. */
let platform: TestPlatform;
let unit: Unit;
let stopped = 0;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'beian-crash-'));
  nats = await startNats({ dataDir: dir });
  others = await aPlatform();
  const url = await emptyDatabase();
  orm = await openDatabase({ ...schema, url });
  await migrate(orm);
  const { temporalAddress: address } = servers();
  const namespace = await aNamespace();
  workflows = startWorkflowWorker({ address, namespace, workflowBundle: await bundleWorkflows(), log: testLog });
  service = await aMortalService(new URL('../../services/filing/src/main.ts', import.meta.url), {
    DATABASE_URL: url,
    NATS_URL: nats.url,
    TEMPORAL_ADDRESS: address,
    TEMPORAL_NAMESPACE: namespace,
    IDENTITY_URL: others.urls.identity,
    DOCUMENTS_URL: others.urls.documents,
    PUBLIC_QUERY_URL: 'http://127.0.0.1:1',
    SERVICE_SECRET: serviceSecret,
    SEALING_KEYS: JSON.stringify(testKeys.sealing),
    LOOKUP_KEYS: JSON.stringify(testKeys.lookup),
    RECEIPT_PRIVATE_KEY: testReceiptKey,
  });
  const { checks } = (await (await service.request('/readyz')).json()) as { checks: object };
  expect(Object.keys(checks).toSorted()).toEqual(['database', 'nats', 'temporal', 'worker']);
  platform = { ...others, app: service as unknown as TestPlatform['app'], orm };
  unit = await aUnit(platform, filer);
});
afterAll(async () => {
  await service?.stop();
  await workflows?.stop();
  await others?.stop();
  await orm?.close();
  await nats?.stop();
  await rm(dir, { recursive: true, force: true });
});

/** How often something was done: every transaction leaves an audit entry, so this says whether it has happened. */
const done = async (action: string): Promise<number> => {
  const [row] = await orm.em
    .fork()
    .execute<{ n: string }[]>('select count(*) n from audit_entry where action = ?', [action]);
  return Number(row?.n);
};

/** Stops the service at a step while something is asked of it: what is left is whole. */
async function stoppedAt<T>(step: string, act: () => Promise<unknown>, seen: () => Promise<T>): Promise<T> {
  const left = await service.diesAt(step, act, async () => {
    expect(await brokenInvariants(orm.em.fork()), step).toEqual([]);
    return seen();
  });
  stopped += 1;
  return left;
}

/** Stops it at steps of a transaction that a request is: the state is the old one or, after the commit, the new one. Answers the retry. */
async function requestedAgain(action: string, at: string[], request: () => Promise<Response>): Promise<Response> {
  const before = await done(action);
  for (const step of at) {
    const after = await stoppedAt(`mutate ${action} ${step}`, request, () => done(action));
    expect(after - before, `${action} ${step}`).toBe(step === 'committed' ? 1 : 0);
  }
  const answer = await request();
  expect(await done(action)).toBe(before + 1);
  return answer;
}

const submission =
  (body: unknown, key = newId()) =>
  () =>
    as(platform, filer).create('/api/applications', body, key);
const submitted = async (body: unknown) => json<ApplicationSummary>(await submission(body)(), 201);
const aNewRegistration = () => aSubmission(platform, filer, unit);
const deciding = (staff: typeof reviewer, taskId: string) => () =>
  as(platform, staff).post(`/api/review/tasks/${taskId}/decision`, approval);

/** The open task of an application, in the reviewer's hands. */
async function claimed(number: string, staff = reviewer): Promise<string> {
  const { id } = await taskOf(platform, staff, number);
  await json(await as(platform, staff).post(`/api/review/tasks/${id}/claim`));
  return id;
}
/** Approves; that the request waits for the engine and is broken off does not matter. */
const approved = async (number: string, staff = reviewer) => deciding(staff, await claimed(number, staff))();
const filingOf = async (id: string): Promise<string> => {
  const { filingNumbers } = await untilStatus(platform, filer, id, 'completed');
  return filingNumbers[0] ?? '';
};

it('stopped before and after every write of submitting, deciding, cancelling and transferring, what is left is old or new and never half, and a retry completes', async () => {
  // What dies inside an activity is tried again when the engine misses it, in 30 s: those go first and are waited for at the end.
  const decided: string[] = [];
  const undecided: ApplicationSummary[] = [];
  const inActivity = async (step: string) => {
    const application = await submitted(await aNewRegistration());
    const taskId = await claimed(application.number);
    const decide = deciding(reviewer, taskId);
    await stoppedAt(step, decide, async () => undefined);
    // It may have died of another one's step, which was tried again at that moment: then nothing is decided yet.
    expect([200, 202, 409]).toContain((await decide()).status);
    decided.push(application.id);
  };
  for (const at of steps('flushed', 'committed')) {
    // Nothing is answered to a key in an activity.
    if (at !== 'answered') await inActivity(`mutate decision.apply ${at}`);
  }
  await inActivity('activity applyDecision done');
  const opening = submission(await aNewRegistration());
  await stoppedAt('activity openReview begun', opening, async () => undefined);
  undecided.push(await json<ApplicationSummary>(await opening(), 201));

  // Submitting, with the relay of both lanes.
  const registration = await json<ApplicationSummary>(
    await requestedAgain('application.submit', every, submission(await aNewRegistration())),
    201,
  );
  for (const step of ['workflow taken', 'workflow sent', 'event sent', 'event removed']) {
    const body = await aNewRegistration();
    const request = submission(body);
    await stoppedAt(`relay ${step}`, request, async () => undefined);
    undecided.push(await json<ApplicationSummary>(await request(), 201));
  }

  // Deciding: the second answer to a decision that was recorded says so.
  const task = await claimed(registration.number);
  const decision = await requestedAgain('task.decide', steps('flushed', 'committed'), deciding(reviewer, task));
  expect(decision.status).toBe(409);
  const number = await filingOf(registration.id);

  // Transferring.
  const person = somebody();
  const recipient = accountOf(person);
  const handing = submission(await aTransfer(platform, filer, person, number));
  const transfer = await json<ApplicationSummary>(await requestedAgain('application.submit', steps(), handing), 201);
  await approved(transfer.number);
  await untilStatus(platform, filer, transfer.id, 'second_review');
  await approved(transfer.number, senior);
  await untilStatus(platform, filer, transfer.id, 'awaiting_recipient');
  const key = newId();
  const accepting = () => as(platform, recipient).create(`/api/transfers/${transfer.id}/answer`, { accept: true }, key);
  await requestedAgain('transfer.answer', steps('flushed', 'committed'), accepting);
  await untilStatus(platform, filer, transfer.id, 'completed');

  // Cancelling, by the new holder.
  const body = await aCancellation(platform, recipient, number);
  const cancelling = () => as(platform, recipient).create('/api/applications', body, `${key}-cancel`);
  const cancellation = await json<ApplicationSummary>(
    await requestedAgain('application.submit', steps('flushed'), cancelling),
    201,
  );
  await approved(cancellation.number);
  await untilStatus(platform, recipient, cancellation.id, 'completed');

  for (const { id, number: waiting } of undecided) {
    await untilStatus(platform, filer, id, 'in_review', 120_000);
    await approved(waiting);
    decided.push(id);
  }
  for (const id of decided) await untilStatus(platform, filer, id, 'completed', 120_000);
  expect(await brokenInvariants(orm.em.fork())).toEqual([]);
  expect(stopped).toBeGreaterThanOrEqual(20);
}, 900_000);
