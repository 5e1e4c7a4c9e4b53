import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApplicationSummary } from '@beian/contracts/applications.ts';
import type { Unit } from '@beian/contracts/units.ts';
import { defaultPolicy, searchAttributes, signalNames, taskQueues, type Policy } from '@beian/contracts/workflows.ts';
import { workflowKeeper } from '@beian/filing/engine/restore-workflows.ts';
import { startTemporal, type TemporalServer } from '@beian/local/servers/temporal.ts';
import { newId } from '@beian/service-kit/ids.ts';
import { aPersonalUser, aReviewer } from '@beian/testkit/actors.ts';
import { aPlatform, type TestPlatform } from '@beian/testkit/platform.ts';
import {
  approval,
  applicationOf,
  aRegistration,
  aReturn,
  as,
  aUnit,
  decided,
  eventually,
  json,
  taskOf,
  untilStatus,
} from '@beian/testkit/registration.ts';
import { servers } from '@beian/testkit/servers.ts';

const filer = aPersonalUser();
const reviewer = aReviewer();
const namespace = 'default';
let dir: string;
let server: TemporalServer;
let platform: TestPlatform;
let unit: Unit;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'beian-forged-'));
  const attributes = Object.values(searchAttributes).map(({ name, type }) => [name, type]);
  server = await startTemporal({ dataDir: dir, searchAttributes: Object.fromEntries(attributes) });
  const engine = { temporalAddress: server.address, natsUrl: servers().natsUrl, namespace };
  platform = await aPlatform({ engine });
  unit = await aUnit(platform, filer);
});
afterAll(async () => {
  await platform.stop();
  await server.stop();
  await rm(dir, { recursive: true, force: true });
});

/** Whoever reaches the frontend: a client like any other. */
const intruder = () => {
  if (!platform.temporal) throw new Error('no engine');
  return platform.temporal.client;
};
const handleOf = (id: string) => intruder().workflow.getHandle(id);
async function inReview(): Promise<ApplicationSummary> {
  const application = await aRegistration(platform, filer, unit);
  await taskOf(platform, reviewer, application.number);
  return application;
}
async function returned(): Promise<ApplicationSummary & { decisionId: string }> {
  const application = await inReview();
  const { decisionId } = await json<{ decisionId: string }>(
    await decided(platform, reviewer, application.number, aReturn),
  );
  await untilStatus(platform, filer, application.id, 'returned');
  return { ...application, decisionId };
}
const resubmit = (id: string) =>
  as(platform, filer).create(`/api/applications/${id}/resubmission`, {
    baseVersion: 1,
    system: { retentionDays: 90 },
    truthful: true,
  });
/** As the Web UI does it: its API asks for nothing but a token against other sites. */
async function signalledThroughTheUi(id: string, signal: string, message: unknown): Promise<Response> {
  const page = await fetch(new URL('/api/v1/settings', server.uiUrl));
  const cookie =
    page.headers
      .getSetCookie()
      .find((line) => line.startsWith('_csrf='))
      ?.split(';')[0] ?? '';
  const path = `/api/v1/namespaces/${namespace}/workflows/${id}/signal/${signal}`;
  const headers = { 'content-type': 'application/json', cookie, 'x-csrf-token': cookie.slice('_csrf='.length) };
  const base64 = (text: string) => Buffer.from(text).toString('base64');
  const payload = { metadata: { encoding: base64('json/plain') }, data: base64(JSON.stringify(message)) };
  const body = JSON.stringify({ input: { payloads: [payload] } });
  return fetch(new URL(path, server.uiUrl), { method: 'POST', headers, body });
}
const attacks = (subject: string) =>
  platform.orm.em
    .fork()
    .execute<{ action: string; data: Record<string, unknown> }[]>(
      `select action, data from audit_entry where subject = ? and action like 'attack.%' order by seq`,
      [subject],
    );
const untilAttacks = (subject: string, n: number) =>
  eventually(
    () => attacks(subject),
    (all) => all.length >= n,
  );
/** Everything that the database holds about an application, the attacks on it left out. */
async function stateOf({ id }: ApplicationSummary): Promise<unknown> {
  const { submittedAt: _, ...application } = await applicationOf(platform, filer, id);
  const em = platform.orm.em.fork();
  const rows = await em.execute(
    `select (select json_agg(t order by t.id) from review_task t where application_id = a.id) as tasks,
       (select count(*) from outbox where aggregate = a.id::text and lane = 'event') as events from application a where a.id = ?`,
    [id],
  );
  return JSON.parse(JSON.stringify([application, rows]));
}
const completes = async ({ id, number }: ApplicationSummary) => {
  const answer = await decided(platform, reviewer, number, approval);
  expect(answer.ok, await answer.text()).toBe(true);
  expect((await untilStatus(platform, filer, id, 'completed')).filingNumbers).toHaveLength(1);
  expect(await handleOf(id).result()).toEqual({ status: 'completed' });
};

describe('a forged signal', () => {
  it('with an id that nobody knows, of another application or of another stage changes nothing and is in the audit log', async () => {
    const [application, other] = [await inReview(), await returned()];
    const before = await stateOf(application);
    const handle = handleOf(application.id);
    for (const name of Object.values(signalNames)) await handle.signal(name, { id: newId() });
    await handle.signal('decided', { id: other.decisionId });
    // A row of this application, but no withdrawal.
    await handle.signal('withdrawn', { id: (await taskOf(platform, reviewer, application.number)).id });
    const noted = await untilAttacks(application.id, 10);
    expect(noted.map(({ action }) => action)).toEqual(Array(10).fill('attack.forged-signal'));
    expect(new Set(noted.map(({ data }) => data['about']))).toEqual(
      new Set(['decision', 'resubmitted', 'withdrawal', 'extended', 'answered', 'revoked', 'suspension', 'resumed']),
    );
    expect(await stateOf(application)).toEqual(before);
    await completes(application);
  });

  it('that cannot be read, over gRPC and over HTTP, stops nothing', async () => {
    const application = await inReview();
    const before = await stateOf(application);
    const handle = handleOf(application.id);
    await handle.signal('decided');
    await handle.signal('withdrawn', 'x'.repeat(10_000));
    await handle.signal('nothing-of-ours', { id: newId() });
    await intruder().connection.workflowService.signalWorkflowExecution({
      namespace,
      workflowExecution: { workflowId: application.id },
      signalName: 'suspended',
      input: { payloads: [{ metadata: { encoding: Buffer.from('rubbish') }, data: Buffer.from([0, 1, 2]) }] },
    });
    const overHttp = await signalledThroughTheUi(application.id, 'revoked', { id: 7 });
    expect(overHttp.status, await overHttp.text()).toBe(200);
    const noted = await untilAttacks(application.id, 5);
    expect(noted.map(({ data }) => String(data['about'])).toSorted((a, b) => a.localeCompare(b))).toEqual([
      'decided',
      'revoked',
      'suspended',
      'unknown',
      'withdrawn',
    ]);
    expect(JSON.stringify(noted)).not.toContain('xxx');
    expect(await stateOf(application)).toEqual(before);
    await completes(application);
  });

  it('that repeats one of ours changes nothing a second time', async () => {
    const application = await returned();
    const before = await stateOf(application);
    for (let i = 0; i < 5; i += 1) await handleOf(application.id).signal('decided', { id: application.decisionId });
    await json(await resubmit(application.id), 201);
    expect(before).not.toEqual(await stateOf(application));
    await completes(application);
    expect(await attacks(application.id)).toEqual([]);
  });

  it('as an update is refused', async () => {
    const application = await inReview();
    const update = handleOf(application.id).executeUpdate('decided', { args: [{ id: newId() }] });
    await expect(update).rejects.toThrow();
    await completes(application);
  });
});

describe('a forged start', () => {
  const start = (workflowId: string, input: object, more: object = {}) =>
    intruder().workflow.start('registration', {
      taskQueue: taskQueues.applications,
      workflowId,
      args: [{ policy: defaultPolicy, receivedAt: new Date().toISOString(), divisionCode: '440305', ...input }],
      ...more,
    });
  const hasty: Policy = { ...defaultPolicy, correction: { due: { amount: 1, unit: 'seconds' }, remindBefore: [] } };

  it('for an application that there is not fails, and is in the audit log', async () => {
    const applicationId = newId();
    await expect((await start(applicationId, { applicationId })).result()).rejects.toThrow();
    expect(await attacks(applicationId)).toMatchObject([{ action: 'attack.forged-call', data: { wrong: 'unknown' } }]);
    await expect((await start('rubbish', { applicationId: 'rubbish' })).result()).rejects.toThrow();
  });

  it('beside the workflow of an application does nothing in its name', async () => {
    const application = await inReview();
    const before = await stateOf(application);
    await expect((await start(newId(), { applicationId: application.id })).result()).rejects.toThrow();
    expect(await attacks(application.id)).toMatchObject([{ data: { wrong: 'workflow' } }]);
    expect(await stateOf(application)).toEqual(before);
    await completes(application);
  });

  it('in place of it, with a deadline of a second, lets nothing lapse; the keeper puts the right one back', async () => {
    const application = await inReview();
    const { id: applicationId, number } = application;
    const look = keeper();
    await look();
    await start(applicationId, { applicationId, policy: hasty }, { workflowIdConflictPolicy: 'TERMINATE_EXISTING' });
    // The decision stands, and nothing is done with it in the name of the forged one.
    await json(await decided(platform, reviewer, number, aReturn), 202);
    await untilAttacks(applicationId, 1);
    expect(await attacks(applicationId)).toMatchObject([{ data: { activity: 'applyDecision', wrong: 'policy' } }]);
    await look();
    expect((await attacks(applicationId)).at(-1)).toMatchObject({ data: { status: 'REPLACED' } });
    const { correction } = await untilStatus(platform, filer, applicationId, 'returned');
    expect(Date.parse(correction?.dueAt ?? '') - Date.now()).toBeGreaterThan(7 * 86_400_000);
    await json(await resubmit(applicationId), 201);
    await completes(application);
  });

  it('in place of it, alike in everything, is found all the same', async () => {
    const application = await returned();
    const look = keeper();
    await look();
    await start(application.id, { applicationId: application.id }, { workflowIdConflictPolicy: 'TERMINATE_EXISTING' });
    await look();
    expect((await attacks(application.id)).at(-1)).toMatchObject({ data: { status: 'REPLACED' } });
    await json(await resubmit(application.id), 201);
    await completes(application);
  });
});

describe('a workflow that is ended from outside', () => {
  it.each(['in review', 'returned'] as const)(
    'by termination, %s, goes on as if nothing had happened',
    async (stage) => {
      const application = stage === 'returned' ? await returned() : await inReview();
      const look = keeper();
      await look();
      const before = await stateOf(application);
      await handleOf(application.id).terminate('forged');
      if (stage === 'returned') await json(await resubmit(application.id), 201);
      await untilFound(application.id, look);
      expect(await attacks(application.id)).toMatchObject([
        { action: 'attack.workflow-ended', data: { status: 'TERMINATED' } },
      ]);
      if (stage === 'in review') expect(await stateOf(application)).toEqual(before);
      await completes(application);
    },
  );

  it('by cancellation does not end, and the audit log says who tried', async () => {
    const application = await inReview();
    const before = await stateOf(application);
    await handleOf(application.id).cancel();
    expect(await untilAttacks(application.id, 1)).toMatchObject([{ action: 'attack.forged-signal' }]);
    expect((await handleOf(application.id).describe()).status.name).toBe('RUNNING');
    expect(await stateOf(application)).toEqual(before);
    await completes(application);
  });

  it('by deletion begins again where the database is', async () => {
    const application = await returned();
    await json(await resubmit(application.id), 201);
    await taskOf(platform, reviewer, application.number);
    await intruder().connection.workflowService.deleteWorkflowExecution({
      namespace,
      workflowExecution: { workflowId: application.id },
    });
    await untilFound(application.id, keeper());
    await completes(application);
    const { timeline } = await applicationOf(platform, filer, application.id);
    expect(timeline.map(({ kind }) => kind)).toEqual([
      'submitted',
      'review_opened',
      'returned',
      'resubmitted',
      'review_opened',
      'approved',
      'completed',
    ]);
  });
});

/** Looks until something is found: what was just done is still on its way. */
const untilFound = (id: string, look: () => Promise<void>) =>
  eventually(
    async () => {
      await look();
      return attacks(id);
    },
    (all) => all.some(({ action }) => action === 'attack.workflow-ended'),
  );
const keeper = () => workflowKeeper(platform.filing, platform.temporal ?? never(), { settledMs: 0 });
const never = (): never => {
  throw new Error('no engine');
};
