import { afterAll, beforeAll, expect, it } from 'vitest';
import { aPersonalUser, aReviewer } from '@beian/testkit/actors.ts';
import { aPlatform, type TestPlatform } from '@beian/testkit/platform.ts';
import { aFiling } from '@beian/testkit/registration.ts';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await aPlatform();
});
afterAll(() => platform.stop());

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
