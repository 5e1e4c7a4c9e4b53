import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReviewView } from '@beian/contracts/review-views.ts';
import type { ReviewTask } from '@beian/contracts/review.ts';
import type { Unit } from '@beian/contracts/units.ts';
import { aPersonalUser, aReviewer, organs } from '@beian/testkit/actors.ts';
import { expectProblem } from '@beian/testkit/expect-problem.ts';
import { aPlatform, type TestPlatform } from '@beian/testkit/platform.ts';
import { aRegistration, as, aUnit, json, openedReview, taskOf } from '@beian/testkit/registration.ts';

const filer = aPersonalUser();
const reviewer = aReviewer();
const colleague = aReviewer();
const lead = aReviewer(organs.nanshan, ['senior_reviewer']);
const elsewhere = aReviewer(organs.futian, ['senior_reviewer']);
const nobody = { kind: 'nobody' } as const;
const beijing = (text: string) => new Date(`${text}+08:00`);
const path = '/api/review/views';
let now = beijing('2026-11-02T10:00:00');
let platform: TestPlatform;

beforeAll(async () => {
  platform = await aPlatform({ clock: { now: () => now } });
});
afterAll(() => platform.stop());

type By = Parameters<typeof as>[1];
async function inReview(unit: Unit, name: string): Promise<ReviewTask> {
  const { id: applicationId, number } = await aRegistration(platform, filer, unit, { name });
  await openedReview(platform, { id: applicationId });
  return taskOf(platform, reviewer, number);
}
const namesOf = async (query: string, by: By = reviewer) =>
  (await json<{ items: ReviewTask[] }>(await as(platform, by).get(`/api/review/tasks?${query}`))).items.map(
    (task) => task.systemName,
  );
const viewsOf = async (by: By) => (await json<{ items: ReviewView[] }>(await as(platform, by).get(path))).items;
const save = (by: By, body: object) => as(platform, by).create(path, body);

describe('the queue', () => {
  it('is filtered by whatever a task has, and sorted by what is due, came last or came first', async () => {
    const unit = await aUnit(platform, filer);
    const other = await aUnit(platform, filer, '91110000101623741K');
    await inReview(unit, '周一的系统');
    now = beijing('2026-11-03T10:00:00');
    const second = await inReview(unit, '周二的系统');
    now = beijing('2026-11-10T10:00:00');
    await inReview(other, '下周的系统');
    await json(await as(platform, colleague).post(`/api/review/tasks/${second.id}/claim`));
    await platform.activities.escalateReview({ taskId: second.id, step: 1 });

    const cases: [string, string[]][] = [
      ['', ['周一的系统', '周二的系统', '下周的系统']],
      ['sort=received', ['下周的系统', '周二的系统', '周一的系统']],
      ['sort=age', ['周一的系统', '周二的系统', '下周的系统']],
      [`assignee=${colleague.staffNo}`, ['周二的系统']],
      ['assignee=nobody', ['周一的系统', '下周的系统']],
      ['assignee=me', []],
      ['receivedUntil=2026-11-03', ['周一的系统', '周二的系统']],
      ['receivedFrom=2026-11-03&receivedUntil=2026-11-09', ['周二的系统']],
      ['dueUntil=2026-11-09', ['周一的系统']],
      ['overdue=true', ['周一的系统']],
      ['overdue=false', ['周二的系统', '下周的系统']],
      ['escalated=true', ['周二的系统']],
      ['escalated=false&overdue=false', ['下周的系统']],
      [`uscc=${other.uscc}`, ['下周的系统']],
      ['kind=registration&stage=first&county=440305', ['周一的系统', '周二的系统', '下周的系统']],
      ['stage=second', []],
      ['kind=transfer', []],
    ];
    for (const [query, names] of cases) expect([query, await namesOf(query)]).toEqual([query, names]);
    for (const [query, pointer] of [
      ['dueUntil=soon', '/dueUntil'],
      ['assignee=a%20b', '/assignee'],
      ['sort=name', '/sort'],
    ]) {
      const answer = await as(platform, reviewer).get(`/api/review/tasks?${query}`);
      await expectProblem(answer, { status: 422, code: 'request.invalid', pointer: pointer! });
    }
  });

  it('goes on where a page ended, in each order', async () => {
    for (const sort of ['due', 'received', 'age']) {
      const names: string[] = [];
      let cursor = '';
      do {
        const page = await json<{ items: ReviewTask[]; next?: string }>(
          await as(platform, reviewer).get(`/api/review/tasks?sort=${sort}&limit=1${cursor}`),
        );
        names.push(...page.items.map((task) => task.systemName ?? ''));
        cursor = page.next ? `&cursor=${page.next}` : '';
      } while (cursor);
      expect(names).toEqual(await namesOf(`sort=${sort}`));
    }
  });
});

describe('a view', () => {
  const overdue = { name: '逾期', query: { overdue: 'true' } };

  it('is saved with its filter, counted, changed and deleted by who keeps it', async () => {
    const view = await json<ReviewView>(await save(reviewer, overdue), 201);
    expect(view).toMatchObject({ ...overdue, shared: false, mine: true, keptBy: reviewer.staffNo, count: 1 });
    const mine = { name: '我的', query: { assignee: 'me', sort: 'age' } };
    await json(await save(reviewer, mine), 201);
    expect((await viewsOf(reviewer)).map(({ name, count }) => [name, count])).toEqual([
      ['我的', 0],
      ['逾期', 1],
    ]);
    const changed = { name: '未逾期', query: { overdue: 'false' } };
    expect(await json(await as(platform, reviewer).put(`${path}/${view.id}`, changed))).toMatchObject({
      ...changed,
      count: 2,
    });
    for (const by of [colleague, lead]) {
      await expectProblem(await as(platform, by).put(`${path}/${view.id}`, changed), {
        status: 404,
        code: 'not-found',
      });
      await expectProblem(await as(platform, by).delete(`${path}/${view.id}`), { status: 404, code: 'not-found' });
    }
    expect((await as(platform, reviewer).delete(`${path}/${view.id}`)).status).toBe(204);
    expect(await viewsOf(reviewer)).toHaveLength(1);
  });

  it('is shared with the organ by who leads, and counts for who looks', async () => {
    const shared = { name: '本机关已上报', query: { escalated: 'true' }, shared: true };
    await expectProblem(await save(reviewer, shared), { status: 403, code: 'auth.forbidden' });
    await json(await save(lead, shared), 201);
    await json(await save(lead, { name: '自己看的', query: {} }), 201);
    expect(await viewsOf(colleague)).toMatchObject([
      { name: '本机关已上报', mine: false, keptBy: lead.staffNo, count: 1 },
    ]);
    expect(await viewsOf(elsewhere)).toEqual([]);
  });

  it('has a name that is unique per person, also in two windows at once', async () => {
    const twice = await Promise.all([1, 2].map(() => save(colleague, overdue)));
    expect(twice.map((answer) => answer.status).toSorted((a, b) => a - b)).toEqual([201, 409]);
    await expectProblem(await save(colleague, overdue), { status: 409, code: 'view.name-taken' });
    await json(await save(lead, overdue), 201);
    const invalid = { status: 422, code: 'request.invalid' } as const;
    await expectProblem(await save(colleague, { ...overdue, name: '' }), { ...invalid, pointer: '/name' });
    const wrong = { name: '错误', query: { status: 'lost' } };
    await expectProblem(await save(colleague, wrong), { ...invalid, pointer: '/query/status' });
    const paged = { name: '错误', query: { cursor: 'x' } };
    await expectProblem(await save(colleague, paged), {
      ...invalid,
      pointer: '/query/cursor',
      fieldCode: 'field.unknown',
    });
  });

  it('is for reviewing staff', async () => {
    for (const [by, status, code] of [
      [nobody, 401, 'auth.required'],
      [filer, 403, 'auth.forbidden'],
    ] as const) {
      await expectProblem(await as(platform, by).get(path), { status, code });
      await expectProblem(await save(by, overdue), { status, code });
    }
  });
});
