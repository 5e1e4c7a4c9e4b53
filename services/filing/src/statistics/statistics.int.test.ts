import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Statistics } from '@beian/contracts/statistics.ts';
import { newId } from '@beian/service-kit/ids.ts';
import { aPersonalUser, aReviewer, anOperator, organs } from '@beian/testkit/actors.ts';
import { aCase, inBeijing } from '@beian/testkit/cases.ts';
import { expectProblem } from '@beian/testkit/expect-problem.ts';
import { aPlatform, type TestPlatform } from '@beian/testkit/platform.ts';
import { aFiling, as, json } from '@beian/testkit/registration.ts';

const { nanshan, futian, shenzhen, guangdong, ministry } = organs;
const tianhe = { code: '440106', name: '广州市公安局天河区分局' };
const statements: string[] = [];
let platform: TestPlatform;
// A Friday.
const now = inBeijing('2026-03-20');

beforeAll(async () => {
  platform = await aPlatform({ clock: { now: () => now }, onStatement: (sql) => statements.push(sql) });
  await knownSet();
  await filings();
});
afterAll(() => platform.stop());

/** Ten applications, worked out by hand below. No holiday lies in March 2026; 13 to 24 February has the Spring Festival. */
async function knownSet(): Promise<void> {
  const approve = 'approve' as const;
  // Two working days: the Saturday of 14 February is one, and the Tuesday after the holidays.
  await aCase(platform, { reviews: [{ opened: '2026-02-13', closed: '2026-02-24', outcome: approve }] });
  // Two and one; the five days in between the filer had it.
  await aCase(platform, {
    reviews: [
      { opened: '2026-03-02', closed: '2026-03-04', outcome: 'return' },
      { opened: '2026-03-09', closed: '2026-03-10', outcome: approve },
    ],
  });
  await aCase(platform, {
    status: 'returned',
    reviews: [
      { opened: '2026-03-03', closed: '2026-03-04', outcome: 'return' },
      { opened: '2026-03-11', closed: '2026-03-12', outcome: 'return', lateCitations: 2 },
    ],
  });
  // Approved once, by two: one and one.
  await aCase(platform, {
    kind: 'transfer',
    reviews: [
      { opened: '2026-03-05', closed: '2026-03-06', outcome: approve },
      { stage: 'second', opened: '2026-03-06', closed: '2026-03-09', outcome: approve },
    ],
  });
  // Received by who has it now, decided by each: one and three.
  await aCase(platform, {
    organ: futian,
    status: 'rejected',
    reviews: [
      { organ: nanshan, opened: '2026-03-10', closed: '2026-03-11', outcome: 'reroute' },
      { opened: '2026-03-11', closed: '2026-03-16', outcome: 'reject' },
    ],
  });
  await aCase(platform, { kind: 'cancellation', reviews: [{ opened: '2026-03-18', due: '2026-03-25' }] });
  // Ten working days old.
  await aCase(platform, { organ: futian, reviews: [{ opened: '2026-03-06', due: '2026-03-13' }] });
  const { id: parentId } = await aCase(platform, { kind: 'change', reviews: [] });
  const part = { kind: 'change', parentId } as const;
  await aCase(platform, { ...part, reviews: [{ opened: '2026-03-12', closed: '2026-03-12', outcome: approve }] });
  await aCase(platform, {
    ...part,
    organ: futian,
    reviews: [{ opened: '2026-03-12', closed: '2026-03-13', outcome: approve }],
  });
  await aCase(platform, {
    organ: tianhe,
    reviews: [{ opened: '2026-03-02', closed: '2026-03-03', outcome: approve }],
  });
  await aCase(platform, { reviews: [{ opened: '2026-01-05', closed: '2026-01-06', outcome: approve }] });
}

/** A filing of three devices, a held one of one device, a cancelled one. */
async function filings(): Promise<void> {
  const { orm } = platform;
  const add = async (number: string, organ: { code: string; name: string }, status: string, devices: object[]) => {
    const em = orm.em.fork();
    // An application of its own, outside of every period.
    const { id: applicationId } = await aCase(platform, { organ, reviews: [{ opened: '2025-06-02' }] });
    await em.execute(`update review_task set status = 'cancelled' where application_id = ?`, [applicationId]);
    const id = newId();
    const held = status === 'held';
    await em.execute(
      `insert into filing (id, number, application_id, uscc, system_name, county_code, organ_code, organ_name, status, version, registered_at, held_by, held_at)
       values (?, ?, ?, '91440300MA5FX1MP11', '系统', ?, ?, ?, ?, 1, ?, ?, ?)`,
      [
        id,
        number,
        applicationId,
        organ.code,
        organ.code,
        organ.name,
        status,
        now,
        held ? applicationId : null,
        held ? now : null,
      ],
    );
    for (const [i, row] of devices.entries()) {
      await em.execute('insert into device (filing_id, serial, row) values (?, ?, ?::jsonb)', [
        id,
        i + 1,
        JSON.stringify(row),
      ]);
    }
  };
  await add('440305A00000001', nanshan, 'valid', [
    { hasSnapshot: true, retentionDays: 30 },
    { hasSnapshot: false, retentionDays: 29 },
    { hasSnapshot: true, retentionDays: 90 },
  ]);
  await add('440304A00000002', futian, 'held', [{ hasSnapshot: false, retentionDays: 60 }]);
  await add('440305A00000003', nanshan, 'cancelled', [{ hasSnapshot: true, retentionDays: 90 }]);
}

const supervisor = (organ: (typeof organs)[keyof typeof organs]) => aReviewer(organ, ['supervisor']);
const period = 'from=2026-02-01&to=2026-03-31';
const read = async (by: Parameters<typeof as>[1], query = period) =>
  json<Statistics>(await as(platform, by).get(`/api/review/statistics?${query}`));

describe('the figures of a known set', () => {
  it('are those worked out by hand: for the whole, by month, business, organ, age and county', async () => {
    const figures = await read(supervisor(shenzhen));
    expect(figures.totals).toEqual({
      received: 9,
      approved: 5,
      returned: 3,
      rejected: 1,
      rerouted: 1,
      returnRate: 33.3,
      secondReturns: 1,
      lateCitations: 2,
      // 0, 1, 2, 2, 3, 4
      medianDays: 2,
      ninthDecileDays: 4,
      open: 2,
      overdue: 1,
      withFiler: 1,
      filings: 2,
      held: 1,
      devices: 4,
      withSnapshot: 2,
      retention: { under_30: 1, days_30_to_89: 2, days_90_up: 1 },
    });
    expect(figures.months).toMatchObject([
      { month: '2026-02', received: 1, approved: 1, returned: 0, returnRate: 0, medianDays: 2 },
      { month: '2026-03', received: 8, approved: 4, returned: 3, rejected: 1, returnRate: 37.5, ninthDecileDays: 4 },
    ]);
    expect(figures.kinds).toMatchObject([
      {
        kind: 'registration',
        received: 5,
        approved: 2,
        returned: 3,
        rejected: 1,
        open: 1,
        withFiler: 1,
        medianDays: 3,
      },
      { kind: 'change', received: 2, approved: 2, medianDays: 0, ninthDecileDays: 1 },
      { kind: 'cancellation', received: 1, approved: 0, open: 1, overdue: 0, medianDays: null, returnRate: null },
      { kind: 'transfer', received: 1, approved: 1, medianDays: 2 },
      { kind: 'appeal', received: 0 },
    ]);
    expect(figures.organs).toMatchObject([
      {
        organ: { code: '440304', name: futian.name },
        received: 3,
        approved: 1,
        rejected: 1,
        open: 1,
        overdue: 1,
        ninthDecileDays: 4,
        filings: 1,
        held: 1,
        devices: 1,
      },
      {
        organ: { code: '440305', name: nanshan.name },
        received: 6,
        approved: 4,
        returned: 3,
        rerouted: 1,
        returnRate: 42.9,
        medianDays: 2,
        ninthDecileDays: 3,
        filings: 1,
        devices: 3,
      },
    ]);
    expect(figures.ages).toEqual([
      { age: 'up_to_1', open: 0, overdue: 0 },
      { age: 'up_to_3', open: 1, overdue: 0 },
      { age: 'up_to_5', open: 0, overdue: 0 },
      { age: 'up_to_10', open: 1, overdue: 1 },
      { age: 'over_10', open: 0, overdue: 0 },
    ]);
    expect(figures.counties).toEqual([
      {
        county: { code: '440305', name: '广东省深圳市南山区' },
        filings: 1,
        held: 0,
        devices: 3,
        withSnapshot: 2,
        retention: { under_30: 1, days_30_to_89: 1, days_90_up: 1 },
      },
      {
        county: { code: '440304', name: '广东省深圳市福田区' },
        filings: 1,
        held: 1,
        devices: 1,
        withSnapshot: 0,
        retention: { under_30: 0, days_30_to_89: 1, days_90_up: 0 },
      },
    ]);
  });

  it('are narrowed by business, place and period; without a period the last twelve months count', async () => {
    const by = supervisor(shenzhen);
    expect((await read(by, `${period}&kind=transfer`)).totals).toMatchObject({ received: 1, approved: 1, open: 0 });
    expect((await read(by, `${period}&division=440304`)).totals).toMatchObject({
      received: 3,
      rerouted: 1,
      devices: 1,
    });
    expect((await read(by, 'from=2026-03-12&to=2026-03-12')).totals).toMatchObject({
      received: 2,
      approved: 1,
      returned: 1,
    });
    const year = await read(by, '');
    expect(year).toMatchObject({ from: '2025-04-01', to: '2026-03-20', totals: { approved: 6 } });
    expect(year.months).toHaveLength(12);
  });

  it('take five statements', async () => {
    const by = supervisor(ministry);
    statements.length = 0;
    await read(by);
    expect(statements).toHaveLength(5);
  });
});

describe('whose figures', () => {
  it('a reviewer’s are the own organ’s; supervisors and auditors see what is below, the ministry’s everything', async () => {
    const codes = (figures: Statistics) => figures.organs.map(({ organ }) => organ.code);
    expect(codes(await read(aReviewer()))).toEqual(['440305']);
    expect((await read(aReviewer(shenzhen))).totals).toMatchObject({ received: 0, approved: 0, open: 0 });
    expect(codes(await read(supervisor(guangdong)))).toEqual(['440100', '440300']);
    expect((await read(supervisor(guangdong))).totals.received).toBe(10);
    expect(codes(await read(aReviewer(ministry, ['auditor'])))).toEqual(['440000']);
    expect((await read(supervisor(guangdong), `${period}&organ=440300`)).organ).toEqual({
      code: '440300',
      name: shenzhen.name,
    });
    expect(codes(await read(supervisor(guangdong), `${period}&organ=440305`))).toEqual(['440305']);
  });

  it('those of an organ that is not below do not exist; filers, operators and editors have none', async () => {
    const get = (by: Parameters<typeof as>[1], query = '') => as(platform, by).get(`/api/review/statistics?${query}`);
    for (const [by, organ] of [
      [aReviewer(), '440304'],
      [supervisor(futian), '440305'],
      [supervisor(shenzhen), '440106'],
      [supervisor(shenzhen), '440000'],
      [supervisor(shenzhen), '999999'],
    ] as const) {
      await expectProblem(await get(by, `organ=${organ}`), { status: 404, code: 'not-found' });
    }
    const forbidden = { status: 403, code: 'auth.forbidden' } as const;
    for (const by of [aPersonalUser(), anOperator(), aReviewer(nanshan, ['content_editor'])]) {
      await expectProblem(await get(by), forbidden);
    }
    await expectProblem(await get({ kind: 'nobody' }), { status: 401, code: 'auth.required' });
  });

  it.each([
    ['from=2026-03-02&to=2026-03-01', '/to', 'period.order'],
    ['from=2019-01-01&to=2026-03-01', '/to', 'period.too-long'],
    ['from=2019-01-01', '/to', 'period.too-long'],
    ['from=2027-01-01', '/to', 'period.order'],
    ['division=44030', '/division', 'division.format'],
    ['organ=nanshan', '/organ', 'organ.format'],
    ['kind=party', '/kind', 'value.not-allowed'],
  ])('a question that makes no sense says where: %s', async (query, pointer, fieldCode) => {
    const answer = await as(platform, aReviewer()).get(`/api/review/statistics?${query}`);
    await expectProblem(answer, { status: 422, code: 'request.invalid', pointer, fieldCode });
  });
});

it('the devices of a filing are counted as they are filed, replaced and removed', async () => {
  const counted = async () =>
    platform.orm.em
      .fork()
      .execute(`select * from device_count c join filing f on f.id = c.filing_id where f.number = ?`, [number]);
  const number = await aFiling(platform, aPersonalUser(), aReviewer());
  expect(await counted()).toMatchObject([{ devices: 12 }]);
  const em = platform.orm.em.fork();
  const ofFiling = '(select id from filing where number = ?)';
  const [before] = await em.execute<{ n: string }[]>(
    `select count(*) as n from device where filing_id = ${ofFiling} and row ->> 'hasSnapshot' = 'true'`,
    [number],
  );
  expect(await counted()).toMatchObject([{ with_snapshot: Number(before?.n) }]);
  await em.execute(
    `update device set row = row || '{"hasSnapshot": true, "retentionDays": 7}' where filing_id = ${ofFiling}`,
    [number],
  );
  await em.execute(`delete from device where serial > 10 and filing_id = ${ofFiling}`, [number]);
  expect(await counted()).toMatchObject([
    { devices: 10, with_snapshot: 10, under_30: 10, days_30_to_89: 0, days_90_up: 0 },
  ]);
});
