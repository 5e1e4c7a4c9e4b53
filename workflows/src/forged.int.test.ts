import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultPolicy, signalNames, taskQueues, type Policy } from '@beian/contracts/workflows.ts';
import { newId } from '@beian/service-kit/ids.ts';
import { attackedPlatform, namespace, payloadsOf, reviewer, type HttpDoor } from '@beian/testkit/attacked-platform.ts';
import { aReturn, decided, json, taskOf } from '@beian/testkit/registration.ts';

let attacked: Awaited<ReturnType<typeof attackedPlatform>>;
beforeAll(async () => {
  attacked = await attackedPlatform();
});
afterAll(() => attacked.stop());

describe('a forged signal', () => {
  it('with an id that nobody knows, of another application or of another stage changes nothing and is in the audit log', async () => {
    const [application, other] = [await attacked.inReview(), await attacked.returned()];
    const before = await attacked.stateOf(application);
    const handle = attacked.handleOf(application.id);
    for (const name of Object.values(signalNames)) await handle.signal(name, { id: newId() });
    await handle.signal('decided', { id: other.decisionId });
    // A row of this application, but no withdrawal.
    await handle.signal('withdrawn', { id: (await taskOf(attacked.platform, reviewer, application.number)).id });
    const noted = await attacked.untilAttacks(application.id, 10);
    expect(noted.map(({ action }) => action)).toEqual(Array(10).fill('attack.forged-signal'));
    expect(new Set(noted.map(({ data }) => data['about']))).toEqual(
      new Set(['decision', 'resubmitted', 'withdrawal', 'extended', 'answered', 'revoked', 'suspension', 'resumed']),
    );
    expect(await attacked.stateOf(application)).toEqual(before);
    await attacked.completes(application);
  });

  it('that cannot be read, over gRPC and over HTTP, stops nothing', async () => {
    const application = await attacked.inReview();
    const before = await attacked.stateOf(application);
    const handle = attacked.handleOf(application.id);
    await handle.signal('decided');
    await handle.signal('withdrawn', 'x'.repeat(10_000));
    await handle.signal('nothing-of-ours', { id: newId() });
    await attacked.intruder.connection.workflowService.signalWorkflowExecution({
      namespace,
      workflowExecution: { workflowId: application.id },
      signalName: 'suspended',
      input: { payloads: [{ metadata: { encoding: Buffer.from('rubbish') }, data: Buffer.from([0, 1, 2]) }] },
    });
    const body = { input: payloadsOf({ id: 7 }) };
    const overHttp = await attacked.overHttp('ui', `${application.id}/signal/revoked`, body);
    expect(overHttp.status, await overHttp.text()).toBe(200);
    const noted = await attacked.untilAttacks(application.id, 5);
    expect(noted.map(({ data }) => String(data['about'])).toSorted((a, b) => a.localeCompare(b))).toEqual([
      'decided',
      'revoked',
      'suspended',
      'unknown',
      'withdrawn',
    ]);
    expect(JSON.stringify(noted)).not.toContain('xxx');
    expect(await attacked.stateOf(application)).toEqual(before);
    await attacked.completes(application);
  });

  it('that repeats one of ours changes nothing a second time', async () => {
    const application = await attacked.returned();
    const before = await attacked.stateOf(application);
    for (let i = 0; i < 5; i += 1)
      await attacked.handleOf(application.id).signal('decided', { id: application.decisionId });
    await json(await attacked.resubmit(application.id), 201);
    expect(before).not.toEqual(await attacked.stateOf(application));
    await attacked.completes(application);
    expect(await attacked.attacks(application.id)).toEqual([]);
  });

  it('as an update is refused, and is in the audit log', async () => {
    const application = await attacked.inReview();
    const update = attacked.handleOf(application.id).executeUpdate('decided', { args: [{ id: newId() }] });
    await expect(update).rejects.toThrow();
    expect(await attacked.untilAttacks(application.id, 1)).toMatchObject([{ action: 'attack.forged-signal' }]);
    await attacked.completes(application);
  });
});

describe('a forged start', () => {
  const start = (workflowId: string, input: object, more: object = {}) =>
    attacked.intruder.workflow.start('registration', {
      taskQueue: taskQueues.applications,
      workflowId,
      args: [{ policy: defaultPolicy, receivedAt: new Date().toISOString(), divisionCode: '440305', ...input }],
      ...more,
    });
  const hasty: Policy = { ...defaultPolicy, correction: { due: { amount: 1, unit: 'seconds' }, remindBefore: [] } };

  it('for an application that there is not fails, and is in the audit log', async () => {
    const applicationId = newId();
    await expect((await start(applicationId, { applicationId })).result()).rejects.toThrow();
    expect(await attacked.attacks(applicationId)).toMatchObject([
      { action: 'attack.forged-call', data: { wrong: 'unknown' } },
    ]);
    await expect((await start('rubbish', { applicationId: 'rubbish' })).result()).rejects.toThrow();
  });

  it('beside the workflow of an application does nothing in its name', async () => {
    const application = await attacked.inReview();
    const before = await attacked.stateOf(application);
    await expect((await start(newId(), { applicationId: application.id })).result()).rejects.toThrow();
    expect(await attacked.attacks(application.id)).toMatchObject([{ data: { wrong: 'workflow' } }]);
    expect(await attacked.stateOf(application)).toEqual(before);
    await attacked.completes(application);
  });

  it('in place of it, with a deadline of a second, lets nothing lapse; the keeper puts the right one back', async () => {
    const application = await attacked.inReview();
    const { id: applicationId, number } = application;
    const look = await attacked.keeperOf(applicationId);
    await start(applicationId, { applicationId, policy: hasty }, { workflowIdConflictPolicy: 'TERMINATE_EXISTING' });
    // The decision stands, and nothing is done with it in the name of the forged one.
    const deciding = decided(attacked.platform, reviewer, number, aReturn);
    deciding.catch(() => undefined); // awaited below
    expect(await attacked.untilAttacks(applicationId, 1)).toMatchObject([
      { data: { activity: 'applyDecision', wrong: 'policy' } },
    ]);
    expect((await attacked.read(applicationId)).status).toBe('in_review');
    await attacked.untilFound(applicationId, look);
    expect((await attacked.attacks(applicationId)).at(-1)).toMatchObject({ data: { status: 'REPLACED' } });
    await json(await deciding);
    const { correction } = await attacked.untilReturned(applicationId);
    expect(Date.parse(correction?.dueAt ?? '') - Date.now()).toBeGreaterThan(7 * 86_400_000);
    await json(await attacked.resubmit(applicationId), 201);
    await attacked.completes(application);
  });

  it('in place of it, alike in everything, is found all the same', async () => {
    const application = await attacked.returned();
    const look = await attacked.keeperOf(application.id);
    await start(application.id, { applicationId: application.id }, { workflowIdConflictPolicy: 'TERMINATE_EXISTING' });
    await attacked.untilFound(application.id, look);
    expect((await attacked.attacks(application.id)).at(-1)).toMatchObject({ data: { status: 'REPLACED' } });
    await json(await attacked.resubmit(application.id), 201);
    await attacked.completes(application);
  });
});

it('signals, updates, starts, cancellations and terminations over HTTP, through the frontend and the Web UI, change as little', async () => {
  const application = await attacked.inReview();
  const { id } = application;
  const look = await attacked.keeperOf(id);
  const before = await attacked.stateOf(application);
  const post = async (door: HttpDoor, path: string, body: object) => {
    const answer = await attacked.overHttp(door, path, body);
    expect(answer.status, `${door} ${path} ${await answer.text()}`).toBe(200);
  };
  const start = { applicationId: id, policy: defaultPolicy, receivedAt: new Date().toISOString() };
  for (const door of ['api', 'ui'] as const) {
    const args = payloadsOf({ id: newId() });
    await post(door, `${id}/signal/decided`, { input: args });
    await post(door, `${id}/update/decided`, { request: { meta: { updateId: newId() }, input: { args } } });
    await post(door, `${id}/cancel`, {});
    await post(door, newId(), {
      workflowType: { name: 'registration' },
      taskQueue: { name: taskQueues.applications },
      input: payloadsOf(start),
    });
  }
  // Of updates and of cancellations one is noted, however many come.
  const noted = await attacked.untilAttacks(id, 6);
  expect(noted.map(({ action, data }) => `${action} ${String(data['about'] ?? data['wrong'])}`).toSorted()).toEqual([
    'attack.forged-call workflow',
    'attack.forged-call workflow',
    'attack.forged-signal decision',
    'attack.forged-signal decision',
    'attack.forged-signal unknown',
    'attack.forged-signal unknown',
  ]);
  await post('ui', `${id}/terminate`, {});
  await attacked.untilFound(id, look);
  expect(await attacked.stateOf(application)).toEqual(before);
  await attacked.completes(application);
});

describe('a workflow that is ended from outside', () => {
  it.each([
    ['in review', 'gRPC'],
    ['returned', 'HTTP'],
  ] as const)('by termination, %s, by %s, goes on as if nothing had happened', async (stage, way) => {
    const application = stage === 'returned' ? await attacked.returned() : await attacked.inReview();
    const look = await attacked.keeperOf(application.id);
    const before = await attacked.stateOf(application);
    if (way === 'HTTP') await attacked.overHttp('api', `${application.id}/terminate`);
    else await attacked.handleOf(application.id).terminate('forged');
    if (stage === 'returned') await json(await attacked.resubmit(application.id), 201);
    await attacked.untilFound(application.id, look);
    expect(await attacked.attacks(application.id)).toMatchObject([
      { action: 'attack.workflow-ended', data: { status: 'TERMINATED' } },
    ]);
    if (stage === 'in review') expect(await attacked.stateOf(application)).toEqual(before);
    await attacked.completes(application);
  });

  it('by cancellation does not end, and the audit log says who tried', async () => {
    const application = await attacked.inReview();
    const before = await attacked.stateOf(application);
    await attacked.handleOf(application.id).cancel();
    expect(await attacked.untilAttacks(application.id, 1)).toMatchObject([{ action: 'attack.forged-signal' }]);
    expect((await attacked.handleOf(application.id).describe()).status.name).toBe('RUNNING');
    expect(await attacked.stateOf(application)).toEqual(before);
    await attacked.completes(application);
  });

  it('by deletion begins again where the database is', async () => {
    const application = await attacked.returned();
    await json(await attacked.resubmit(application.id), 201);
    await taskOf(attacked.platform, reviewer, application.number);
    await attacked.intruder.connection.workflowService.deleteWorkflowExecution({
      namespace,
      workflowExecution: { workflowId: application.id },
    });
    await attacked.untilFound(application.id, attacked.keeper());
    await attacked.completes(application);
    const { timeline } = await attacked.read(application.id);
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
