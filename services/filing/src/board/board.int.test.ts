import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReviewBoard } from '@beian/contracts/board.ts';
import { aPersonalUser, aReviewer, organs } from '@beian/testkit/actors.ts';
import { aCase, inBeijing } from '@beian/testkit/cases.ts';
import { expectProblem } from '@beian/testkit/expect-problem.ts';
import { aPlatform, type TestPlatform } from '@beian/testkit/platform.ts';
import { as, json } from '@beian/testkit/registration.ts';
import { haveSignedIn } from '@beian/testkit/staff.ts';

const { nanshan, futian, shenzhen } = organs;
// A Friday: the next working day is Monday.
const now = inBeijing('2026-03-20');
const [here, away, idle] = [aReviewer(), aReviewer(), aReviewer()];
const gone = aReviewer();
const senior = aReviewer(nanshan, ['senior_reviewer']);
const supervisor = aReviewer(nanshan, ['supervisor']);
const above = aReviewer(shenzhen, ['supervisor']);
const statements: string[] = [];
let platform: TestPlatform;

const number: Record<string, string> = {};
async function add(name: string, due: string, more: Partial<Parameters<typeof aCase>[1]['reviews'][number]> = {}) {
  const organ = more.organ ?? nanshan;
  number[name] = (await aCase(platform, { organ, reviews: [{ opened: '2026-03-11', due, ...more }] })).number;
}

beforeAll(async () => {
  platform = await aPlatform({ clock: { now: () => now }, onStatement: (sql) => statements.push(sql) });
  await haveSignedIn(platform, here, away, idle, senior, supervisor, above);
  await add('late', '2026-03-18', { assignee: here });
  await add('very late', '2026-03-16');
  await add('monday', '2026-03-23', { assignee: away });
  await add('later', '2026-03-24', { assignee: here });
  await add('left', '2026-03-25', { assignee: gone });
  await add('of futian', '2026-03-12', { organ: futian, escalatedTo: [shenzhen.code] });
  await add('escalated', '2026-03-12', { escalatedTo: [shenzhen.code] });
  const pause = { suspended: { at: '2026-03-19', resumeOn: '2026-03-27' }, assignee: here };
  await add('stopped in time', '2026-03-19T18:00', pause);
  await add('stopped too late', '2026-03-17', pause);
  await add('stopped, for Monday', '2026-03-23', pause);
  const absence = {
    accountId: away.accountId,
    coverAccountId: here.accountId,
    from: '2026-03-20',
    until: '2026-03-27',
  };
  await json(await as(platform, senior).post('/api/review/absences', absence), 201);
});
afterAll(() => platform.stop());

const read = async (by: Parameters<typeof as>[1]) => json<ReviewBoard>(await as(platform, by).get('/api/review/board'));
const numbers = (section: ReviewBoard['overdue']) => section.items.map((task) => task.applicationNumber);

describe('the board of an organ', () => {
  it('shows what is late, what is due until the next working day, and what lies with who is not there', async () => {
    const board = await read(supervisor);
    expect(board).toMatchObject({ open: 9, unclaimed: 2 });
    expect(board.overdue.total).toBe(4);
    expect(numbers(board.overdue)).toEqual(
      ['escalated', 'very late', 'stopped too late', 'late'].map((name) => number[name]),
    );
    expect(numbers(board.dueSoon)).toEqual([number['monday']]);
    expect(numbers(board.absent)).toEqual([number['monday'], number['left']]);
    expect(board.escalated).toEqual({ total: 0, items: [] });
  });

  it('takes a review that was suspended in time for neither late nor due soon, and one that was late for late', async () => {
    const { overdue, dueSoon } = await read(supervisor);
    const late = numbers(overdue);
    expect(late).toContain(number['stopped too late']);
    expect(
      overdue.items.find(({ applicationNumber }) => applicationNumber === number['stopped too late']),
    ).toMatchObject({
      overdue: true,
      resumeOn: '2026-03-27',
    });
    for (const name of ['stopped in time', 'stopped, for Monday']) {
      expect([...late, ...numbers(dueSoon)]).not.toContain(number[name]);
    }
  });

  it('shows who has how much: who is absent with the cover, who may not review any more, and who has nothing', async () => {
    const { reviewers } = await read(senior);
    const nothing = { open: 0, overdue: 0, dueSoon: 0 };
    expect(reviewers).toEqual([
      { accountId: here.accountId, staffNo: here.staffNo, state: 'here', open: 5, overdue: 2, dueSoon: 0 },
      {
        accountId: away.accountId,
        staffNo: away.staffNo,
        state: 'absent',
        cover: here.staffNo,
        open: 1,
        overdue: 0,
        dueSoon: 1,
      },
      { accountId: gone.accountId, staffNo: gone.staffNo, state: 'gone', open: 1, overdue: 0, dueSoon: 0 },
      { accountId: idle.accountId, staffNo: idle.staffNo, state: 'here', ...nothing },
      { accountId: senior.accountId, staffNo: senior.staffNo, state: 'here', ...nothing },
    ]);
  });

  it('of a superior one shows what organs below escalated, to supervisors alone', async () => {
    const board = await read(above);
    expect(board.open).toBe(0);
    expect(numbers(board.escalated)).toEqual(expect.arrayContaining([number['of futian'], number['escalated']]));
    expect(board.escalated.total).toBe(2);
    expect((await read(aReviewer(shenzhen, ['senior_reviewer']))).escalated.total).toBe(0);
  });

  it('is for who leads, and takes eleven statements', async () => {
    const get = (by: Parameters<typeof as>[1]) => as(platform, by).get('/api/review/board');
    for (const by of [here, aPersonalUser(), aReviewer(nanshan, ['auditor'])]) {
      await expectProblem(await get(by), { status: 403, code: 'auth.forbidden' });
    }
    await expectProblem(await get({ kind: 'nobody' }), { status: 401, code: 'auth.required' });
    statements.length = 0;
    await read(supervisor);
    expect(statements.length).toBeLessThanOrEqual(11);
  });
});
