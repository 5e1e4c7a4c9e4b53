import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OperatedApplication, ServiceState } from '@beian/contracts/operations.ts';
import type { ReviewTaskDetail } from '@beian/contracts/review.ts';
import type { Actor } from '@beian/service-kit/actor.ts';
import { newId } from '@beian/service-kit/ids.ts';
import { anOperator, aPersonalUser, aReviewer, organs } from '@beian/testkit/actors.ts';
import { aCase } from '@beian/testkit/cases.ts';
import { aSubmittedChange, inFutian, partsOf } from '@beian/testkit/change.ts';
import { expectProblem } from '@beian/testkit/expect-problem.ts';
import { aPlatform, type TestPlatform } from '@beian/testkit/platform.ts';
import {
  approval,
  aRegistration,
  as,
  aUnit,
  decided,
  eventually,
  json,
  named,
  taskOf,
  untilStatus,
} from '@beian/testkit/registration.ts';

const filer = aPersonalUser();
const operator = anOperator();
const temporalUi = 'http://temporal.example/';
const find = (platform: TestPlatform, by: Actor, number: string) =>
  as(platform, by).get(`/api/operations/applications?number=${encodeURIComponent(number)}`);
const found = async (platform: TestPlatform, number: string) =>
  (await json<{ items: OperatedApplication[] }>(await find(platform, operator, number))).items;

describe('an application on a running engine', () => {
  let platform: TestPlatform;
  let namespace: string;
  let whole: { id: string; number: string };
  let filings: string[];
  beforeAll(async () => {
    platform = await aPlatform({ engine: true, temporalUi });
    namespace = platform.temporal?.namespace ?? '';
    const unit = await aUnit(platform, filer);
    const file = async () => {
      const { id, number } = await aRegistration(platform, filer, unit);
      await decided(platform, aReviewer(), number, approval);
      return (await untilStatus(platform, filer, id, 'completed')).filingNumbers[0] ?? '';
    };
    filings = [await file(), await file()];
    const perFiling = [{ filingNumber: filings[1], system: inFutian }];
    whole = await aSubmittedChange(platform, filer, filings, { perFiling });
    const parts = await partsOf(platform, filer, whole.id);
    // Both parts are under way.
    await taskOf(platform, aReviewer(), parts.get('440305')?.number ?? '');
    await taskOf(platform, aReviewer(organs.futian), parts.get('440304')?.number ?? '');
  });
  afterAll(() => platform.stop());

  it('is found by its number, a part’s, a filing’s or its workflow’s id, the whole with its parts, each with its workflow', async () => {
    // What has happened to it is told in the moment after.
    const items = await eventually(
      () => found(platform, whole.number),
      (all) => all.every(({ unsent }) => unsent.length === 0),
    );
    expect(items.map(({ number, parentNumber }) => [number, parentNumber])).toEqual([
      [whole.number, undefined],
      [`${whole.number}-1`, whole.number],
      [`${whole.number}-2`, whole.number],
    ]);
    for (const { id, workflow, unsent } of items) {
      expect(workflow).toMatchObject({ id, state: 'running' });
      const page = new RegExp(`^http://temporal\\.example/namespaces/${namespace}/workflows/${id}/[\\w-]{36}/history$`);
      expect(workflow.url).toMatch(page);
      expect(unsent).toEqual([]);
    }
    expect(items.slice(1)).toMatchObject([{ review: { stage: 'first', round: 1 } }, { review: { status: 'open' } }]);
    for (const word of [`${whole.number}-2`, whole.id, whole.id.toUpperCase()]) {
      expect((await found(platform, word)).map(({ id }) => id)).toEqual(items.map(({ id }) => id));
    }
    // A workflow ends after what it completes.
    const ofFiling = await eventually(
      () => found(platform, filings[0] ?? ''),
      (all) => all.at(-1)?.workflow.state === 'completed',
    );
    expect(ofFiling.map(({ kind }) => kind)).toEqual(['change', 'change', 'change', 'registration']);
    expect(ofFiling.at(-1)).toMatchObject({ status: 'completed', workflow: { state: 'completed' } });
    expect(ofFiling.at(-1)?.workflow.closedAt).toEqual(expect.any(String));
    expect(await found(platform, 'SL20260101000000')).toEqual([]);
  });

  it('names nobody and nothing that was filed', async () => {
    const text = await (await find(platform, operator, filings[0] ?? '')).text();
    for (const secret of [...Object.values(named), '海岸城', '91440300MA5FX1MP11']) expect(text).not.toContain(secret);
  });

  it('whose workflow Temporal does not have is said to have none, and has no link', async () => {
    const { number } = await aCase(platform, { reviews: [{ opened: '2026-03-02' }] });
    const [one] = await found(platform, number);
    expect(one?.workflow).toEqual({ id: one?.id, state: 'absent' });
  });

  it('leads who reviews and operates to its workflow, and who reviews alone not', async () => {
    const [, part] = await found(platform, whole.number);
    const both = aReviewer(organs.nanshan, ['reviewer', 'operator']);
    const { items } = await json<{ items: { id: string }[] }>(
      await as(platform, both).get(`/api/review/tasks?q=${part?.number}`),
    );
    const detail = async (by: Actor) =>
      json<ReviewTaskDetail>(await as(platform, by).get(`/api/review/tasks/${items[0]?.id}`));
    expect((await detail(both)).workflowUrl).toBe(
      `http://temporal.example/namespaces/${namespace}/workflows/${part?.id}`,
    );
    expect(await detail(aReviewer())).not.toHaveProperty('workflowUrl');
  });
});

describe('without an engine', () => {
  let platform: TestPlatform;
  beforeAll(async () => {
    platform = await aPlatform();
  });
  afterAll(() => platform.stop());

  it('an application shows what has not been sent, and a service how many messages wait', async () => {
    const { number, id } = await aRegistration(platform, filer, await aUnit(platform, filer));
    const [one] = await found(platform, number);
    expect(one).toMatchObject({ id, status: 'submitted', workflow: { id, state: 'unknown' } });
    expect(one?.workflow).not.toHaveProperty('url');
    expect(new Set(one?.unsent.map(({ lane }) => lane))).toEqual(new Set(['event', 'workflow']));
    const em = platform.orm.em.fork();
    await em.execute(
      `update outbox set parked_at = now(), attempts = 20, last_error = 'Error: refused' where lane = 'workflow' and aggregate = ?`,
      [id],
    );
    await em.execute(`insert into parked_event (consumer, event_id, reason, at) values ('c', ?, 'Error: odd', now())`, [
      newId(),
    ]);
    const [again] = await found(platform, number);
    expect(again?.unsent.find(({ lane }) => lane === 'workflow')).toMatchObject({
      attempts: 20,
      parkedAt: expect.any(String),
      error: 'Error: refused',
    });
    const state = await json<ServiceState>(await as(platform, operator).get('/api/operations/services/filing'));
    expect(state).toMatchObject({ service: 'filing', ready: true, outbox: { parked: 1 }, parkedEvents: 1 });
    expect(state.outbox.waiting).toBeGreaterThanOrEqual(1);
    expect(Date.parse(state.outbox.oldestAt ?? '')).toBeLessThanOrEqual(Date.now());
  });

  it('tries again what filing could not take in', async () => {
    const [documentId, eventId] = [newId(), newId()];
    const event = {
      specversion: '1.0',
      id: eventId,
      source: 'beian/documents',
      type: 'beian.document.quarantined',
      time: new Date().toISOString(),
      subject: documentId,
      datacontenttype: 'application/json',
      data: { documentId, kind: 'business_licence' },
    };
    await platform.orm.em
      .fork()
      .execute(
        `insert into parked_event (consumer, event_id, payload, reason, at) values ('filing', ?, ?, 'Error: odd', now())`,
        [eventId, JSON.stringify(event)],
      );
    const path = '/api/operations/services/filing/dead-letters/replay';
    const id = `filing/${eventId}`;
    expect(await json(await as(platform, operator).post(path, { id }))).toEqual({ replayed: true });
    await expectProblem(await as(platform, operator).post(path, { id }), { status: 404, code: 'not-found' });
  });

  it('nobody but operators gets to see it', async () => {
    for (const path of ['/api/operations/services/filing', '/api/operations/applications?number=SL20260101000000']) {
      for (const by of [filer, aReviewer(), aReviewer(organs.nanshan, ['supervisor', 'auditor'])]) {
        await expectProblem(await as(platform, by).get(path), { status: 403, code: 'auth.forbidden' });
      }
      await expectProblem(await as(platform, { kind: 'nobody' }).get(path), { status: 401, code: 'auth.required' });
    }
    const wrong = await find(platform, operator, ' ');
    await expectProblem(wrong, { status: 422, code: 'request.invalid', pointer: '/number' });
  });

  it('the other services answer for themselves', async () => {
    for (const [app, service] of [
      [platform.identityApp, 'identity'],
      [platform.documentsApp, 'documents'],
    ] as const) {
      const path = `/api/operations/services/${service}`;
      expect(await json(await as({ app }, operator).get(path))).toMatchObject({ service, parkedEvents: 0 });
      await expectProblem(await as({ app }, aReviewer()).get(path), { status: 403, code: 'auth.forbidden' });
    }
  });
});
