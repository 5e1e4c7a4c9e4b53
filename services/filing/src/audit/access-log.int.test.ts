import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AccessLog } from '@beian/contracts/access-log.ts';
import type { Filing } from '@beian/contracts/filings.ts';
import type { ReviewTask, ReviewTaskDetail } from '@beian/contracts/review.ts';
import type { Actor, Filer } from '@beian/service-kit/actor.ts';
import { aPersonalUser, aReviewer, bearer } from '@beian/testkit/actors.ts';
import { delegated } from '@beian/testkit/delegation.ts';
import { expectProblem } from '@beian/testkit/expect-problem.ts';
import { aPlatform, type TestPlatform } from '@beian/testkit/platform.ts';
import { aFiling, aRegistration, as, aUnit, json, openedReview, taskOf } from '@beian/testkit/registration.ts';
import { accountOf, somebody, transferred } from '@beian/testkit/transfer.ts';

const reviewer = aReviewer();
let platform: TestPlatform;

beforeAll(async () => {
  platform = await aPlatform();
});
afterAll(() => platform.stop());

const path = '/api/me/access-log';
const logOf = async (by: Filer, query = '') => json<AccessLog>(await as(platform, by).get(`${path}${query}`));
const open = async (by: Actor, id: string | undefined) =>
  (await platform.documentsApp.request(`/api/documents/${id}/content`, { headers: await bearer(by) })).status;
const reveal = async (taskId: string, purpose: string) =>
  json(await as(platform, reviewer).post(`/api/review/tasks/${taskId}/personal-data`, { purpose }));

async function inReview(application: { id: string; number: string }): Promise<ReviewTask> {
  await openedReview(platform, application);
  return taskOf(platform, reviewer, application.number);
}

describe('who has seen my data', () => {
  it('lists each time that staff read personal data or opened a file: when, which organ, in which role, for what, of what', async () => {
    const filer = aPersonalUser();
    const application = await aRegistration(platform, filer, await aUnit(platform, filer));
    expect(await logOf(filer)).toEqual({ items: [] });
    const task = await inReview(application);
    await reveal(task.id, '电话核实安全负责人');
    const { documents } = await json<ReviewTaskDetail>(
      await as(platform, reviewer).get(`/api/review/tasks/${task.id}`),
    );
    expect(await open(reviewer, documents[0]?.id)).toBe(200);
    expect(await open(filer, documents[0]?.id)).toBe(200);

    const { items } = await logOf(filer);
    const by = { reader: 'staff', organ: { code: '440305', name: '深圳市公安局南山分局' }, roles: ['reviewer'] };
    const of = { application: { id: application.id, number: application.number, kind: 'registration' } };
    expect(items).toMatchObject([
      { kind: 'document', ...by, ...of, document: { kind: documents[0]?.kind, name: documents[0]?.name } },
      { kind: 'personal_data', ...by, ...of, purpose: '电话核实安全负责人' },
    ]);
    // The organ answers for its officers.
    expect(JSON.stringify(items)).not.toContain(reviewer.staffNo);
    expect(JSON.stringify(items)).not.toContain(reviewer.accountId);
    const first = await logOf(filer, '?limit=1');
    expect((await logOf(filer, `?limit=1&cursor=${first.next}`)).items).toEqual([items[1]]);
    expect(await logOf(aPersonalUser())).toEqual({ items: [] });
  });

  it('lists what an agent of the holder opens, for the holder alone', async () => {
    const holder = accountOf(somebody('张伟'));
    const number = await aFiling(platform, holder, reviewer);
    const person = somebody();
    await delegated(platform, holder, person, { role: 'reader' });
    const reading = accountOf(person);
    const filing = await json<Filing>(await as(platform, holder).get(`/api/filings/${number}`));
    expect(await open(reading, filing.content.system.deviceTableId)).toBe(200);
    expect((await logOf(holder)).items).toMatchObject([
      { kind: 'document', reader: 'reader', filingNumber: number, document: { kind: 'device_table' } },
    ]);
    expect(JSON.stringify(await logOf(holder))).not.toContain(reading.accountId);
    expect(await logOf(reading)).toEqual({ items: [] });
  });

  it('tells the recipient of a transfer that name and number were read, but nothing of the papers', async () => {
    const holder = accountOf(somebody('张伟'));
    const person = somebody();
    const application = await transferred(platform, holder, person, await aFiling(platform, holder, reviewer));
    const task = await inReview(application);
    await reveal(task.id, '核对接收人');
    const { documents } = await json<ReviewTaskDetail>(
      await as(platform, reviewer).get(`/api/review/tasks/${task.id}`),
    );
    expect(await open(reviewer, documents[0]?.id)).toBe(200);
    const { items } = await logOf(accountOf(person));
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      kind: 'personal_data',
      purpose: '核对接收人',
      application: { number: application.number, kind: 'transfer' },
    });
    // It cannot be opened by the recipient.
    expect(items[0]?.application).not.toHaveProperty('id');
  });

  it('is for filers who are signed in', async () => {
    await expectProblem(await as(platform, reviewer).get(path), { status: 403, code: 'auth.forbidden' });
    await expectProblem(await as(platform, { kind: 'nobody' }).get(path), { status: 401, code: 'auth.required' });
  });
});
