import { afterAll, beforeAll, expect, it } from 'vitest';
import { filingNumberHolds, formatFilingNumber } from '@beian/contracts/filing-number.rules.ts';
import { freshDatabase } from '@beian/testkit/database.ts';
import type { Orm } from '@beian/service-kit/database.ts';
import { schema } from '../deps.ts';
import { issueFilingNumber } from './issue-filing-number.ts';

let orm: Orm;
beforeAll(async () => {
  orm = await freshDatabase({ ...schema, poolMax: 24 });
});
afterAll(() => orm.close());

class RolledBack extends Error {}

/** Issues one number in a transaction of its own; some are rolled back after the number was taken. */
const issue = (county: string, rollBack: boolean): Promise<string | undefined> =>
  orm.em
    .fork()
    .transactional(async (em) => {
      const number = await issueFilingNumber(em, county);
      if (rollBack) throw new RolledBack();
      return number;
    })
    .catch((error: unknown) => {
      if (error instanceof RolledBack) return undefined;
      throw error;
    });

it('10,000 numbers issued at once, a tenth of the transactions rolled back: no gap, no double, every check digit right', async () => {
  const counties = ['440305', '440304', '430104', '110101'];
  const wanted = 10_000;
  const issued: string[] = [];
  let turn = 0;
  const worker = async () => {
    while (issued.length < wanted) {
      turn += 1;
      const county = counties[turn % counties.length] ?? '';
      const number = await issue(county, turn % 10 === 7);
      if (number) issued.push(number);
    }
  };
  await Promise.all(Array.from({ length: 20 }, worker));
  expect(new Set(issued).size).toBe(issued.length);
  expect(issued.every(filingNumberHolds)).toBe(true);
  for (const county of counties) {
    const ofCounty = issued.filter((number) => number.startsWith(county)).toSorted();
    expect(ofCounty).toEqual(ofCounty.map((_, i) => formatFilingNumber(county, i + 1)));
  }
}, 120_000);

it('stops at 999,999 with a problem instead of a wrong number', async () => {
  await orm.em
    .fork()
    .execute(`insert into filing_serial (county_code, kind, last) values ('650101', 'registration', 999998)`);
  expect(await issue('650101', false)).toBe(formatFilingNumber('650101', 999_999));
  await expect(issue('650101', false)).rejects.toMatchObject({ code: 'filing.serials-exhausted' });
});
