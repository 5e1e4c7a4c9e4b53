import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Jurisdiction, Organ } from '@beian/contracts/accounts.ts';
import type { JurisdictionRule } from '@beian/contracts/organs.ts';
import type { Actor } from '@beian/service-kit/actor.ts';
import { anOperator, aPersonalUser, aReviewer, organs } from '@beian/testkit/actors.ts';
import { expectProblem } from '@beian/testkit/expect-problem.ts';
import { aPlatform, type TestPlatform } from '@beian/testkit/platform.ts';
import { as, json } from '@beian/testkit/registration.ts';

const operator = anOperator();
const filing = { kind: 'service', name: 'filing' } as const;
const nobody = { kind: 'nobody' } as const;
const june = new Date('2026-06-01T02:00:00Z');
let now = june;
let platform: TestPlatform;
beforeAll(async () => {
  platform = await aPlatform({ clock: { now: () => now } });
});
beforeEach(() => {
  now = june;
});
afterAll(() => platform.stop());

const by = (actor: Actor) => as({ app: platform.identityApp }, actor);
const ask = (query: string, actor: Actor = filing) => by(actor).get(`/internal/jurisdictions?${query}`);
const responsible = async (query: string) => (await json<Jurisdiction>(await ask(query))).organ;
const add = (body: object, actor: Actor = operator) => by(actor).post('/api/jurisdictions', body);
const added = async (divisionCode: string, organCode: string, effectiveFrom: string) =>
  json<JurisdictionRule>(await add({ divisionCode, organCode, effectiveFrom }), 201);
const drop = (id: string, actor: Actor = operator) => by(actor).delete(`/api/jurisdictions/${id}`);
const rules = async (division: string) =>
  (
    await json<{ items: JurisdictionRule[] }>(await by(operator).get(`/api/jurisdictions?division=${division}`))
  ).items.map(({ divisionCode, organ, effectiveFrom, effectiveTo, state }) =>
    [divisionCode, organ.code, effectiveFrom, effectiveTo, state].join(' '),
  );
const invalid = { status: 422, code: 'request.invalid' } as const;

describe('the organ responsible for an address', () => {
  it.each([
    ['a district', 'county=440305', '深圳市公安局南山分局', '广东省深圳市南山区', '440300'],
    ['a street', 'county=440305&street=440305007', '深圳市公安局南山分局', '广东省深圳市南山区粤海街道', '440300'],
    ['a district of a municipality', 'county=110105', '北京市公安局朝阳分局', '北京市朝阳区', '110000'],
    ['Dongguan', 'county=441900', '东莞市公安局', '广东省东莞市', '440000'],
    ['a street of Dongguan', 'county=441900&street=441900003', '东莞市公安局', '广东省东莞市东城街道', '440000'],
    ['Zhongshan', 'county=442000', '中山市公安局', '广东省中山市', '440000'],
    ['Danzhou', 'county=460400', '儋州市公安局', '海南省儋州市', '460000'],
    ['Jiayuguan', 'county=620201&street=620201001', '嘉峪关市公安局', '甘肃省嘉峪关市雄关街道', '620000'],
    [
      'a development zone',
      'county=130171',
      '石家庄市公安局高新技术产业开发区分局',
      '河北省石家庄市石家庄高新技术产业开发区',
      '130100',
    ],
    ['islands', 'county=460321', '三沙市公安局', '海南省三沙市西沙群岛', '460000'],
    ['a county below its province', 'county=429021', '神农架林区公安局', '湖北省神农架林区', '420000'],
    ['a city of the Corps', 'county=659001', '石河子市公安局', '新疆维吾尔自治区石河子市', '659000'],
  ])('in %s', async (_what, query, name, divisionName, superiorCode) => {
    const answer = await json<Jurisdiction>(await ask(query));
    expect(answer).toMatchObject({ divisionName, organ: { name, superiorCode } });
  });

  it('is known for every county, also where counties share a name, and always leads up to the ministry', async () => {
    const em = platform.identity.orm.em.fork();
    const [missing] = await em.execute(
      `select count(*)::int n from division d where length(code) = 6
         and not exists (select 1 from jurisdiction j where j.division_code = d.code)`,
    );
    expect(missing).toEqual({ n: 0 });
    const [stray] = await em.execute(
      `with recursive up as (select code, superior_code, code as top from organ
         union all select u.code, o.superior_code, o.code from up u join organ o on o.code = u.superior_code)
       select count(*)::int n from organ where code not in (select code from up where top = '000000')`,
    );
    expect(stray).toEqual({ n: 0 });
    const drumTowers = await em.execute<{ code: string }[]>(
      `select code from division where name = '鼓楼区' and length(code) = 6`,
    );
    const names = await Promise.all(drumTowers.map(async ({ code }) => (await responsible(`county=${code}`)).name));
    expect(drumTowers.length).toBeGreaterThan(1);
    expect(new Set(names).size).toBe(drumTowers.length);
  });

  it('that does not exist names the field', async () => {
    const unknown = { ...invalid, fieldCode: 'division.unknown' };
    await expectProblem(await ask('county=440399'), { ...unknown, pointer: '/county' });
    await expectProblem(await ask('county=440305&street=440305999'), { ...unknown, pointer: '/street' });
    await expectProblem(await ask('county=440305&street=440304001'), {
      ...invalid,
      pointer: '/street',
      fieldCode: 'division.street-elsewhere',
    });
    await expectProblem(await ask('county=44'), { ...invalid, pointer: '/county' });
    await expectProblem(await ask('county=440305', nobody), { status: 401, code: 'auth.required' });
  });

  it('changes on the day of a rule, at midnight in Beijing', async () => {
    const rule = await added('440306', '440304', '2026-07-01');
    expect(rule).toMatchObject({ state: 'planned', divisionName: '广东省深圳市宝安区', effectiveTo: null });
    expect((await responsible('county=440306')).code).toBe('440306');
    now = new Date('2026-06-30T15:59:59Z');
    expect((await responsible('county=440306')).code).toBe('440306');
    now = new Date('2026-06-30T16:00:00Z');
    expect((await responsible('county=440306')).code).toBe('440304');
    expect(await rules('440306')).toEqual([
      '440306 440306 2025-04-01 2026-07-01 past',
      '440306 440304 2026-07-01  in_force',
    ]);
  });

  it('of a street with a rule of its own is that, of its neighbours the county’s', async () => {
    const zone = {
      kind: 'zone',
      name: '东莞市公安局松山湖分局',
      level: 'county',
      divisionCode: '441900',
      superiorCode: '441900',
    };
    const { code } = await json<Organ>(await by(operator).post('/api/organs', zone), 201);
    await added('441900003', code, '2026-06-01');
    expect((await responsible('county=441900&street=441900003')).name).toBe(zone.name);
    expect((await responsible('county=441900&street=441900004')).code).toBe('441900');
    expect((await responsible('county=441900')).code).toBe('441900');
    expect((await rules('441900003')).map((rule) => rule.split(' ')[1])).toEqual(['441900', code]);
  });
});

describe('a rule', () => {
  it('follows the one that holds until its day, and is dropped before it', async () => {
    const seeded = '440307 440307 2025-04-01';
    const first = await added('440307', '440304', '2026-07-01');
    const second = await added('440307', '440305', '2026-08-01');
    expect(await rules('440307')).toEqual([
      `${seeded} 2026-07-01 in_force`,
      '440307 440304 2026-07-01 2026-08-01 planned',
      '440307 440305 2026-08-01  planned',
    ]);
    expect((await drop(first.id)).status).toBe(204);
    expect(await rules('440307')).toEqual([`${seeded} 2026-08-01 in_force`, '440307 440305 2026-08-01  planned']);
    now = new Date('2026-08-01T02:00:00Z');
    await expectProblem(await drop(second.id), { status: 409, code: 'jurisdiction.in-force' });
    now = june;
    expect((await drop(second.id)).status).toBe(204);
    expect(await rules('440307')).toEqual([`${seeded}  in_force`]);
    await expectProblem(await drop(second.id), { status: 404, code: 'not-found' });
    const audit = await platform.identity.orm.em
      .fork()
      .execute<{ action: string }[]>(`select action from audit_entry where subject = '440307' order by seq`);
    expect(audit.map(({ action }) => action)).toEqual([
      'jurisdiction.add',
      'jurisdiction.add',
      'jurisdiction.drop',
      'jurisdiction.drop',
    ]);
  });

  it('never overlaps another, also not one that is made at the same moment', async () => {
    const answers = await Promise.all(
      ['440304', '440305', '440306'].map((organCode) =>
        add({ divisionCode: '440308', organCode, effectiveFrom: '2026-07-01' }),
      ),
    );
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409, 409]);
    const earlier = { divisionCode: '440308', organCode: '440305', effectiveFrom: '2026-06-15' };
    await expectProblem(await add(earlier), { status: 409, code: 'jurisdiction.overlap' });
    expect(await rules('440308')).toHaveLength(2);
  });

  it.each([
    ['for an unknown division', { divisionCode: '440399' }, '/divisionCode', 'division.unknown'],
    ['for a city', { divisionCode: '4403' }, '/divisionCode', 'division.format'],
    ['for an unknown organ', { organCode: '999999' }, '/organCode', 'organ.unknown'],
    ['for what is no organ code', { organCode: '南山' }, '/organCode', 'organ.format'],
    ['from yesterday', { effectiveFrom: '2026-05-31' }, '/effectiveFrom', 'date.past'],
    ['from no day', { effectiveFrom: '2026-02-30' }, '/effectiveFrom', 'date.format'],
  ])('%s is refused', async (_what, part, pointer, fieldCode) => {
    const body = { divisionCode: '440309', organCode: '440305', effectiveFrom: '2026-07-01', ...part };
    await expectProblem(await add(body), { ...invalid, pointer, fieldCode });
  });

  it('is read by all staff page by page, and made and dropped by operators alone', async () => {
    const reviewer = aReviewer();
    const path = '/api/jurisdictions?division=4401&limit=5';
    const first = await json<{ items: JurisdictionRule[]; next: string }>(await by(reviewer).get(path));
    const second = await json<{ items: JurisdictionRule[] }>(await by(reviewer).get(`${path}&cursor=${first.next}`));
    const codes = [...first.items, ...second.items].map(({ divisionCode }) => divisionCode);
    expect(codes).toHaveLength(10);
    expect(codes).toEqual([...new Set(codes)].toSorted());
    await expectProblem(await by(reviewer).get('/api/jurisdictions'), { ...invalid, pointer: '/division' });
    await expectProblem(await by(operator).get(`${path}&cursor=rubbish`), { ...invalid, pointer: '/cursor' });

    const rule = await added('440311', '440305', '2026-07-01');
    const body = { divisionCode: '440311', organCode: '440304', effectiveFrom: '2026-08-01' };
    const supervisor = aReviewer(organs.shenzhen, ['supervisor']);
    await expectProblem(await by(aPersonalUser()).get(path), { status: 403, code: 'auth.forbidden' });
    await expectProblem(await by(nobody).get(path), { status: 401, code: 'auth.required' });
    for (const actor of [reviewer, supervisor, aPersonalUser()]) {
      await expectProblem(await add(body, actor), { status: 403, code: 'auth.forbidden' });
      await expectProblem(await drop(rule.id, actor), { status: 403, code: 'auth.forbidden' });
    }
    await expectProblem(await add(body, nobody), { status: 401, code: 'auth.required' });
    await expectProblem(await drop(rule.id, nobody), { status: 401, code: 'auth.required' });
    await expectProblem(await drop('1'), { ...invalid, pointer: '/id' });
  });
});
