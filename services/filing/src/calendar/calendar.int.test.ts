import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CalendarYear } from '@beian/contracts/calendar.ts';
import { aPersonalUser, aReviewer, organs } from '@beian/testkit/actors.ts';
import { expectProblem } from '@beian/testkit/expect-problem.ts';
import { aPlatform, type TestPlatform } from '@beian/testkit/platform.ts';
import { aRegistration, as, aUnit, json, openedReview, taskOf } from '@beian/testkit/registration.ts';

const operator = aReviewer(organs.ministry, ['operator']);
const reviewer = aReviewer();
const filer = aPersonalUser();
const nobody = { kind: 'nobody' } as const;
let platform: TestPlatform;
beforeAll(async () => {
  // Thursday, 30 September 2027: no notice covers the year yet.
  const clock = { now: () => new Date('2027-09-30T10:00:00+08:00') };
  platform = await aPlatform({ clock });
});
afterAll(() => platform.stop());

const year = async (of: number) => json<CalendarYear>(await as(platform, nobody).get(`/api/calendar?year=${of}`));
const nationalDay = { working: false, name: '国庆节' };

describe('the calendar', () => {
  it('shows a year as its notice says, to everybody', async () => {
    const { noticed, days } = await year(2026);
    expect(noticed).toBe(true);
    expect(days).toContainEqual({ date: '2026-10-01', working: false, name: '国庆节', changed: false });
    expect(days).toContainEqual({ date: '2026-10-10', working: true, name: '国庆节', changed: false });
    expect(days.map((day) => day.date)).not.toContain('2026-11-28');
    expect(await year(2027)).toMatchObject({ noticed: false, days: [] });
    await expectProblem(await as(platform, nobody).get('/api/calendar?year=27'), {
      status: 422,
      code: 'request.invalid',
      pointer: '/year',
    });
  });

  it('is changed by operators, day by day and back, and the audit chain says by whom', async () => {
    const path = '/api/calendar/2027-05-03';
    const set = await as(platform, operator).put(path, { working: false, name: '劳动节' });
    expect(await json(set)).toEqual({ date: '2027-05-03', working: false, name: '劳动节', changed: true });
    expect((await year(2027)).days).toHaveLength(1);
    await json(await as(platform, operator).put(path, { working: true, name: '照常上班' }));
    expect((await year(2027)).days).toEqual([{ date: '2027-05-03', working: true, name: '照常上班', changed: true }]);
    for (const _again of [1, 2]) expect((await as(platform, operator).delete(path)).status).toBe(204);
    expect((await year(2027)).days).toEqual([]);
    const audit = await platform.orm.em
      .fork()
      .execute<{ action: string; actor_id: string }[]>(
        `select action, actor_id from audit_entry where subject = 'calendar:2027-05-03' order by seq`,
      );
    expect(audit.map((row) => row.action)).toEqual([
      'calendar.set',
      'calendar.set',
      'calendar.clear',
      'calendar.clear',
    ]);
    expect(new Set(audit.map((row) => row.actor_id))).toEqual(new Set([operator.accountId]));
  });

  it('is changed by nobody else, and not with what is wrong', async () => {
    const path = '/api/calendar/2027-05-03';
    for (const by of [reviewer, filer]) {
      await expectProblem(await as(platform, by).put(path, nationalDay), { status: 403, code: 'auth.forbidden' });
      await expectProblem(await as(platform, by).delete(path), { status: 403, code: 'auth.forbidden' });
    }
    await expectProblem(await as(platform, nobody).put(path, nationalDay), { status: 401, code: 'auth.required' });
    await expectProblem(await as(platform, nobody).delete(path), { status: 401, code: 'auth.required' });
    const wrong = { status: 422, code: 'request.invalid' } as const;
    await expectProblem(await as(platform, operator).put('/api/calendar/2027-02-30', nationalDay), {
      ...wrong,
      pointer: '/date',
    });
    await expectProblem(await as(platform, operator).put(path, { working: false, name: '' }), {
      ...wrong,
      pointer: '/name',
    });
    await expectProblem(await as(platform, operator).delete('/api/calendar/tomorrow'), { ...wrong, pointer: '/date' });
  });

  it('moves the deadlines that are computed after a change, and none that run', async () => {
    const unit = await aUnit(platform, filer);
    const dueOf = async (): Promise<{ number: string; dueAt: string }> => {
      const { id, number } = await aRegistration(platform, filer, unit);
      await openedReview(platform, { id });
      return { number, dueAt: (await taskOf(platform, reviewer, number)).dueAt };
    };
    const before = await dueOf();
    expect(before.dueAt).toBe('2027-10-07T15:59:59.000Z');
    for (const day of ['2027-10-01', '2027-10-04', '2027-10-05']) {
      await json(await as(platform, operator).put(`/api/calendar/${day}`, nationalDay));
    }
    await json(await as(platform, operator).put('/api/calendar/2027-10-09', { working: true, name: '国庆节调休' }));
    expect((await dueOf()).dueAt).toBe('2027-10-11T15:59:59.000Z');
    expect((await taskOf(platform, reviewer, before.number)).dueAt).toBe(before.dueAt);
  });
});
