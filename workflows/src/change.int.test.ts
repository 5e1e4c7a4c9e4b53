import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultPolicy, type Policy, type Span } from '@beian/contracts/workflows.ts';
import { aPersonalUser, aReviewer, organs } from '@beian/testkit/actors.ts';
import { aChange, aSubmittedChange, inFutian, partsOf } from '@beian/testkit/change.ts';
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
  taskOf,
  untilStatus,
} from '@beian/testkit/registration.ts';

const filer = aPersonalUser();
const nanshan = aReviewer();
const futian = aReviewer(organs.futian);
const rejection = { outcome: 'reject', reasonCode: 'other', opinion: '材料不足' };
const seconds = (amount: number): Span => ({ amount, unit: 'seconds' });
const policy: Policy = {
  ...defaultPolicy,
  review: { due: seconds(600), remindAfter: [seconds(300)], escalateAfter: [seconds(600)] },
  correction: { due: seconds(600), remindBefore: [seconds(60)] },
};
let platform: TestPlatform;
let file: () => Promise<string>;
beforeAll(async () => {
  platform = await aPlatform({ engine: true, policy });
  const unit = await aUnit(platform, filer);
  file = async () => {
    const { id, number } = await aRegistration(platform, filer, unit);
    await decided(platform, nanshan, number, approval);
    return (await untilStatus(platform, filer, id, 'completed')).filingNumbers[0] ?? '';
  };
});
afterAll(() => platform.stop());

const handleOf = (id: string) => {
  if (!platform.temporal) throw new Error('no engine');
  return platform.temporal.client.workflow.getHandle(id);
};
const withdraw = (id: string) => as(platform, filer).post(`/api/applications/${id}/withdrawal`);
const versionOf = async (number: string) =>
  (await json<{ version: number }>(await as(platform, filer).get(`/api/filings/${number}`))).version;

/** A change of two filings, one of which moves to Futian; its parts are under way. */
async function divided() {
  const [stays, moves] = await Promise.all([file(), file()]);
  const perFiling = [{ filingNumber: moves, system: inFutian }];
  const { id, number } = await aSubmittedChange(platform, filer, [stays, moves], { perFiling });
  const parts = await partsOf(platform, filer, id);
  const [own, other] = [parts.get('440305')!, parts.get('440304')!];
  return { id, number, stays, moves, own, other };
}

describe('the change workflow', () => {
  it('of one organ is one review, and a correction on the way', async () => {
    const number = await file();
    const application = await aSubmittedChange(platform, filer, [number]);
    await json(await decided(platform, nanshan, application.number, aReturn));
    await untilStatus(platform, filer, application.id, 'returned');
    const correction = { baseVersion: 1, system: { retentionDays: 120 }, truthful: true };
    await json(await as(platform, filer).create(`/api/applications/${application.id}/resubmission`, correction), 201);
    await json(await decided(platform, nanshan, application.number, approval));
    expect(await handleOf(application.id).result()).toEqual({ status: 'completed' });
    expect(await versionOf(number)).toBe(2);
  });

  it('of several organs ends with its last part: approved by one and rejected by the other it is completed for one filing', async () => {
    const { id, own, other, stays, moves } = await divided();
    await json(await decided(platform, nanshan, own.number, approval));
    expect(await versionOf(stays)).toBe(2);
    expect((await applicationOf(platform, filer, id)).status).toBe('in_review');
    await json(await decided(platform, futian, other.number, rejection));
    expect(await handleOf(id).result()).toEqual({ status: 'completed' });
    expect(await versionOf(moves)).toBe(1);
    const done = await applicationOf(platform, filer, id);
    expect(done.parts?.map((part) => part.status)).toEqual(['completed', 'rejected']);
    for (const [part, status] of [
      [own, 'completed'],
      [other, 'rejected'],
    ] as const)
      expect(await handleOf(part.id).result()).toEqual({ status });
  });

  it('goes on with each part by itself: one is returned and corrected while the other is approved', async () => {
    const { id, own, other, moves } = await divided();
    await json(await decided(platform, futian, other.number, aReturn));
    await untilStatus(platform, filer, other.id, 'returned');
    await json(await decided(platform, nanshan, own.number, approval));
    const correction = { baseVersion: 1, system: { retentionDays: 180 }, truthful: true };
    await json(await as(platform, filer).create(`/api/applications/${other.id}/resubmission`, correction), 201);
    await json(await decided(platform, futian, other.number, approval));
    expect(await handleOf(id).result()).toEqual({ status: 'completed' });
    const filing = await json(await as(platform, filer).get(`/api/filings/${moves}`));
    expect(filing).toMatchObject({ organ: { code: '440304' }, content: { system: { retentionDays: 180 } } });
  });

  it('withdrawn as a whole withdraws every open part and frees the filings', async () => {
    const { id, own, other, stays, moves } = await divided();
    await taskOf(platform, nanshan, own.number);
    expect(await json(await withdraw(id))).toMatchObject({ status: 'withdrawn' });
    for (const one of [id, own.id, other.id]) expect(await handleOf(one).result()).toEqual({ status: 'withdrawn' });
    const body = await aChange(platform, filer, [stays, moves]);
    await json(await as(platform, filer).create('/api/applications', body), 201);
  });

  it('a part withdrawn at once, before its workflow could hear of it, ends all the same', async () => {
    const { id, own, other } = await divided();
    await withdraw(other.id);
    await untilStatus(platform, filer, other.id, 'withdrawn');
    await json(await decided(platform, nanshan, own.number, rejection));
    expect(await handleOf(id).result()).toEqual({ status: 'rejected' });
    await untilStatus(platform, filer, id, 'rejected');
  });

  it('shows operators the parts as children, each with its division', async () => {
    const { id, other } = await divided();
    await taskOf(platform, futian, other.number);
    const { searchAttributes } = await eventually(
      () => handleOf(other.id).describe(),
      (described) => described.searchAttributes['ApplicationStage']?.[0] === 'in_review',
    );
    expect(searchAttributes).toMatchObject({ ApplicationKind: ['change'], DivisionCode: ['440304'] });
    const { events } = await handleOf(id).fetchHistory();
    const children = (events ?? []).flatMap(
      (event) => event.startChildWorkflowExecutionInitiatedEventAttributes?.workflowId ?? [],
    );
    expect(children).toContain(other.id);
  });
});
