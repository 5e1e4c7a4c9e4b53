import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Division } from '@beian/contracts/accounts.ts';
import { expectProblem } from '@beian/testkit/expect-problem.ts';
import { aPlatform, type TestPlatform } from '@beian/testkit/platform.ts';
import { json } from '@beian/testkit/registration.ts';
import { seedDivisions } from '../seed.ts';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await aPlatform();
});
afterAll(() => platform.stop());

const get = (path: string) => platform.identityApp.request(path);
const items = async (path: string) => (await json<{ items: Division[] }>(await get(path))).items;

describe('divisions', () => {
  it('are read level by level, from the provinces to the streets', async () => {
    const provinces = await items('/api/divisions');
    expect(provinces).toHaveLength(31);
    expect(provinces).toContainEqual({ code: '44', name: '广东省', leaf: false });
    expect(await items('/api/divisions?parent=44')).toContainEqual({ code: '4403', name: '深圳市', leaf: false });
    expect(await items('/api/divisions?parent=4403')).toContainEqual({ code: '440305', name: '南山区', leaf: false });
    const streets = await items('/api/divisions?parent=440305');
    expect(streets).toContainEqual({ code: '440305007', name: '粤海街道', leaf: true });
    expect(await items('/api/divisions?parent=440305007')).toEqual([]);
  });

  it('offer development zones as addresses, and say that they are such', async () => {
    const zone = { code: '130171', name: '石家庄高新技术产业开发区', leaf: false, zone: true };
    expect(await items('/api/divisions?parent=1301')).toContainEqual(zone);
  });

  it('are named in words for the other services, several at once', async () => {
    expect(await json(await get('/internal/divisions/names?codes=440305,130171,999999'))).toEqual({
      '440305': '广东省深圳市南山区',
      '130171': '河北省石家庄市石家庄高新技术产业开发区',
    });
    await expectProblem(await get('/internal/divisions/names?codes=4403,x'), {
      status: 422,
      code: 'request.invalid',
      pointer: '/codes',
    });
  });

  it('of what is no code are refused', async () => {
    const refused = { status: 422, code: 'request.invalid', pointer: '/parent' } as const;
    await expectProblem(await get('/api/divisions?parent=guangdong'), refused);
  });
});

it('filling divisions, organs and jurisdictions a second time changes nothing that somebody has changed', async () => {
  const em = platform.identity.orm.em.fork();
  const counts = () =>
    em.execute(`select (select count(*) from division) d, (select count(*) from organ) o,
      (select count(*) from jurisdiction) j`);
  const before = await counts();
  await em.execute(`update organ set name = '南山公安', changed_at = now() where code = '440305'`);
  await em.execute(`update organ set name = '写错的名称' where code = '440304'`);
  await em.execute(`update jurisdiction set organ_code = '440304' where division_code = '440305'`);
  await seedDivisions(platform.identity.orm);
  expect(await counts()).toEqual(before);
  const names = await em.execute<{ name: string }[]>(
    `select name from organ where code in ('440304', '440305') order by code`,
  );
  expect(names.map(({ name }) => name)).toEqual(['深圳市公安局福田分局', '南山公安']);
  const rules = await em.execute(`select organ_code from jurisdiction where division_code = '440305'`);
  expect(rules).toEqual([{ organ_code: '440304' }]);
});
