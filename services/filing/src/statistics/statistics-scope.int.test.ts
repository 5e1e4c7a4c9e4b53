import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Statistics } from '@beian/contracts/statistics.ts';
import { aPersonalUser, aReviewer, anOperator, organs } from '@beian/testkit/actors.ts';
import { expectProblem } from '@beian/testkit/expect-problem.ts';
import { countedOn, knownFigures } from '@beian/testkit/known-figures.ts';
import { aPlatform, type TestPlatform } from '@beian/testkit/platform.ts';
import { as, json } from '@beian/testkit/registration.ts';

const { nanshan, futian, shenzhen, guangdong, ministry } = organs;
let platform: TestPlatform;

beforeAll(async () => {
  platform = await aPlatform({ clock: { now: () => countedOn } });
  await knownFigures(platform);
});
afterAll(() => platform.stop());

const supervisor = (organ: (typeof organs)[keyof typeof organs]) => aReviewer(organ, ['supervisor']);
const period = 'from=2026-02-01&to=2026-03-31';
const read = async (by: Parameters<typeof as>[1], query = period) =>
  json<Statistics>(await as(platform, by).get(`/api/review/statistics?${query}`));

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
