import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApplicationSummary } from '@beian/contracts/applications.ts';
import type { DecisionResult } from '@beian/contracts/review.ts';
import { newId } from '@beian/service-kit/ids.ts';
import { aPersonalUser, aReviewer } from '@beian/testkit/actors.ts';
import { expectProblem } from '@beian/testkit/expect-problem.ts';
import { aPlatform, type TestPlatform } from '@beian/testkit/platform.ts';
import {
  approval,
  applicationOf,
  aRegistration,
  aReturn,
  as,
  aUnit,
  json,
  openedReview,
  settled,
  taskOf,
} from '@beian/testkit/registration.ts';

const filer = aPersonalUser();
const reviewer = aReviewer();
let platform: TestPlatform;

beforeAll(async () => {
  platform = await aPlatform();
});
afterAll(() => platform.stop());

/** The same 20 times, and nobody waits for the other. */
const atOnce = (act: () => Promise<Response>): Promise<Response[]> => Promise.all(Array.from({ length: 20 }, act));

/** A client whose answer was lost sends the request again: it must learn what it would have learnt. */
describe('an act whose answer was lost', () => {
  it('is the same resubmission under its key, though the application is with its organ again', async () => {
    const { id, number } = await aRegistration(platform, filer, await aUnit(platform, filer, '91440300MA5FX2MP11'));
    await settled(platform, reviewer, { id, number }, aReturn);
    const body = { baseVersion: 1, system: { retentionDays: 90 }, truthful: true };
    const resubmit = (key: string) => as(platform, filer).create(`/api/applications/${id}/resubmission`, body, key);
    const key = newId();
    const answers = await atOnce(() => resubmit(key));
    const first = await json<ApplicationSummary>(await resubmit(key), 201);
    for (const answer of answers) expect(await json(answer, 201)).toEqual(first);
    expect((await applicationOf(platform, filer, id)).version).toBe(2);
    await expectProblem(await resubmit(newId()), { status: 409, code: 'application.not-open' });
  });

  it('is the same decision under its key; under another key the task is decided', async () => {
    const { id, number } = await aRegistration(platform, filer, await aUnit(platform, filer, '91440300MA5FX3MP11'));
    await openedReview(platform, { id });
    const task = await taskOf(platform, reviewer, number);
    await json(await as(platform, reviewer).post(`/api/review/tasks/${task.id}/claim`));
    const decide = (body: object, key: string) =>
      as(platform, reviewer).create(`/api/review/tasks/${task.id}/decision`, body, key);
    const key = newId();
    const answers = await atOnce(() => decide(approval, key));
    const first = await json<DecisionResult>(await decide(approval, key), 202);
    for (const answer of answers) expect((await json<DecisionResult>(answer, 202)).decisionId).toBe(first.decisionId);
    await expectProblem(await decide(aReturn, key), { status: 422, code: 'idempotency.conflict' });
    await expectProblem(await decide(approval, newId()), { status: 409, code: 'task.decided' });
  });
});
