import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Statistics } from '@beian/contracts/statistics.ts';
import { aReviewer, organs } from '@beian/testkit/actors.ts';
import { countedOn, knownFigures } from '@beian/testkit/known-figures.ts';
import { aPlatform, type TestPlatform } from '@beian/testkit/platform.ts';
import { as, json } from '@beian/testkit/registration.ts';

const { nanshan, futian, shenzhen, ministry } = organs;
const statements: string[] = [];
let platform: TestPlatform;

beforeAll(async () => {
  platform = await aPlatform({ clock: { now: () => countedOn }, onStatement: (sql) => statements.push(sql) });
  await knownFigures(platform);
});
afterAll(() => platform.stop());

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
