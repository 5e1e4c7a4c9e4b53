import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Division, Organ } from '@beian/contracts/accounts.ts';
import { serviceToken } from '@beian/service-kit/actor.ts';
import { newId } from '@beian/service-kit/ids.ts';
import { aPersonalUser, aReviewer, bearer, serviceSecret } from '@beian/testkit/actors.ts';
import { expectProblem } from '@beian/testkit/expect-problem.ts';
import { aPlatform, type TestPlatform } from '@beian/testkit/platform.ts';
import { json } from '@beian/testkit/registration.ts';
import { AccountEntity } from '../accounts/account.entity.ts';

let platform: TestPlatform;
let asService: Record<string, string>;
beforeAll(async () => {
  platform = await aPlatform();
  asService = { authorization: `Bearer ${await serviceToken('filing', serviceSecret)}` };
});
afterAll(() => platform.stop());

const get = (path: string, headers: Record<string, string> = {}) => platform.identityApp.request(path, { headers });
const items = async <T>(path: string) => (await json<{ items: T[] }>(await get(path))).items;

describe('divisions', () => {
  it('are read level by level, from the provinces to the streets', async () => {
    const provinces = await items<Division>('/api/divisions');
    expect(provinces).toHaveLength(31);
    expect(provinces).toContainEqual({ code: '44', name: '广东省', leaf: false });
    expect(await items('/api/divisions?parent=44')).toContainEqual({ code: '4403', name: '深圳市', leaf: false });
    expect(await items('/api/divisions?parent=4403')).toContainEqual({ code: '440305', name: '南山区', leaf: false });
    const streets = await items<Division>('/api/divisions?parent=440305');
    expect(streets).toContainEqual({ code: '440305007', name: '粤海街道', leaf: true });
    expect(await items('/api/divisions?parent=440305007')).toEqual([]);
  });

  it('of what is no code are refused', async () => {
    const refused = { status: 422, code: 'request.invalid', pointer: '/parent' } as const;
    await expectProblem(await get('/api/divisions?parent=guangdong'), refused);
  });
});

describe('organs', () => {
  it('are found by division and name, and read one by one', async () => {
    const nanshan = (await items<Organ>('/api/organs?division=4403&q=南山'))[0];
    expect(nanshan).toEqual({
      code: '440305',
      name: '深圳市公安局南山分局',
      level: 'county',
      divisionCode: '440305',
      superiorCode: '440300',
    });
    expect(await json(await get('/api/organs/440305'))).toEqual(nanshan);
    expect(await items('/api/organs?q=%25')).toEqual([]); // a percent sign is a percent sign
  });

  it('that are none are not found or refused', async () => {
    await expectProblem(await get('/api/organs/999999'), { status: 404, code: 'not-found' });
    await expectProblem(await get('/api/organs/44'), { status: 422, code: 'request.invalid', pointer: '/code' });
  });
});

describe('the jurisdiction of a county', () => {
  const of = (query: string, headers = asService) => get(`/internal/jurisdictions?${query}`, headers);

  it('is its organ and the address in words', async () => {
    expect(await json(await of('county=440305&street=440305007'))).toMatchObject({
      organ: { code: '440305' },
      countyCode: '440305',
      divisionName: '广东省深圳市南山区粤海街道',
    });
    expect(await json(await of('county=110105'))).toMatchObject({ divisionName: '北京市朝阳区' });
    expect(await json(await of('county=441900'))).toMatchObject({ divisionName: '广东省东莞市' });
  });

  it('that does not exist names the field', async () => {
    const unknown = { status: 422, code: 'request.invalid', fieldCode: 'division.unknown' } as const;
    await expectProblem(await of('county=440399'), { ...unknown, pointer: '/county' });
    await expectProblem(await of('county=440305&street=440305999'), { ...unknown, pointer: '/street' });
    await expectProblem(await of('county=440305', {}), { status: 401, code: 'auth.required' });
  });
});

describe('the staff of an organ', () => {
  it('are shown to each other and to nobody else', async () => {
    const reviewer = aReviewer();
    const { orm, sealer } = platform.identity;
    const em = orm.em.fork();
    em.create(AccountEntity, {
      id: reviewer.accountId,
      kind: 'staff',
      subjectHash: newId(),
      sealed: sealer.seal(
        { name: '赵敏', phone: '', idNumber: '' },
        { table: 'account', column: 'sealed', row: reviewer.accountId },
      ),
      staffNo: reviewer.staffNo,
      roles: reviewer.roles,
      organCode: reviewer.organ.code,
      createdAt: new Date(),
      signedInAt: new Date(),
    });
    await em.flush();
    const { accountId, staffNo, roles } = reviewer;
    expect(await json(await get('/api/staff', await bearer(reviewer)))).toEqual({
      items: [{ accountId, staffNo, roles }],
    });
    expect(await json(await get('/api/me', await bearer(reviewer)))).toMatchObject({ staffNo, displayName: '赵*' });
    await expectProblem(await get('/api/staff'), { status: 401, code: 'auth.required' });
    const filer = await bearer(aPersonalUser());
    await expectProblem(await get('/api/staff', filer), { status: 403, code: 'auth.forbidden' });
    await expectProblem(await get('/api/me'), { status: 401, code: 'auth.required' });
    await expectProblem(await get('/api/me', filer), { status: 404, code: 'not-found' });
    await expectProblem(await get('/api/me', asService), { status: 403, code: 'auth.forbidden' });
  });
});
