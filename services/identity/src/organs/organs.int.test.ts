import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Jurisdiction, Organ } from '@beian/contracts/accounts.ts';
import type { JurisdictionRule } from '@beian/contracts/organs.ts';
import type { Actor } from '@beian/service-kit/actor.ts';
import { anOperator, aPersonalUser, aReviewer, organs } from '@beian/testkit/actors.ts';
import { expectProblem } from '@beian/testkit/expect-problem.ts';
import { aPlatform, type TestPlatform } from '@beian/testkit/platform.ts';
import { as, json } from '@beian/testkit/registration.ts';

const operator = anOperator();
const nobody = { kind: 'nobody' } as const;
let platform: TestPlatform;
beforeAll(async () => {
  platform = await aPlatform({ clock: { now: () => new Date('2026-06-01T02:00:00Z') } });
});
afterAll(() => platform.stop());

const by = (actor: Actor) => as({ app: platform.identityApp }, actor);
const found = async (query: string) =>
  (await json<{ items: Organ[] }>(await by(nobody).get(`/api/organs?${query}`))).items;
const railway = {
  kind: 'railway',
  name: '深圳铁路公安处南山站派出所',
  level: 'county',
  divisionCode: '440305',
  superiorCode: '440300',
};
const add = (body: object, actor: Actor = operator) => by(actor).post('/api/organs', body);
const change = (code: string, body: object, actor: Actor = operator) => by(actor).patch(`/api/organs/${code}`, body);
const invalid = { status: 422, code: 'request.invalid' } as const;

describe('organs', () => {
  it('are found by division, name and code, and read one by one', async () => {
    const [nanshan] = await found('division=4403&q=南山');
    expect(nanshan).toEqual({
      code: '440305',
      name: '深圳市公安局南山分局',
      level: 'county',
      kind: 'territorial',
      divisionCode: '440305',
      superiorCode: '440300',
    });
    expect(await json(await by(nobody).get('/api/organs/440305'))).toEqual(nanshan);
    expect(await found('q=440305')).toEqual([nanshan]);
    expect(await found('q=%25')).toEqual([]); // a percent sign is a percent sign
  });

  it('that are none are not found or refused', async () => {
    await expectProblem(await by(nobody).get('/api/organs/999999'), { status: 404, code: 'not-found' });
    await expectProblem(await by(nobody).get('/api/organs/44'), { ...invalid, pointer: '/code' });
    await expectProblem(await by(nobody).get('/api/organs?division=x'), { ...invalid, pointer: '/division' });
  });

  it('of governments never share a name where one is above or beside the other', async () => {
    const rows = await platform.identity.orm.em.fork()
      .execute(`select name from organ where level <> 'county' or superior_code like '%0000'
        group by name having count(*) > 1`);
    expect(rows).toEqual([]);
  });

  it('know whom their work escalates to, up to the ministry', async () => {
    const above = async (code: string) =>
      (await json<{ items: Organ[] }>(await by(nobody).get(`/internal/organs/${code}/superiors`))).items.map(
        (organ) => organ.name,
      );
    expect(await above('440305')).toEqual(['深圳市公安局', '广东省公安厅', '公安部']);
    expect(await above('441900')).toEqual(['广东省公安厅', '公安部']);
    expect(await above('659001')).toEqual(['新疆生产建设兵团公安局', '公安部']);
    expect(await above('000000')).toEqual([]);
    await expectProblem(await by(nobody).get('/internal/organs/999999/superiors'), { status: 404, code: 'not-found' });
    await expectProblem(await by(nobody).get('/internal/organs/x/superiors'), { ...invalid, pointer: '/code' });
  });

  it('know who is below them, themselves included', async () => {
    const below = async (code: string) =>
      (await json<{ items: Organ[] }>(await by(nobody).get(`/internal/organs/${code}/subordinates`))).items;
    expect((await below('440305')).map((organ) => organ.code)).toEqual(['440305']);
    const shenzhen = (await below('440300')).map((organ) => organ.code);
    expect(shenzhen.slice(0, 2)).toEqual(['440300', '440303']);
    expect((await below('440000')).map((organ) => organ.code)).toEqual(
      expect.arrayContaining(['440000', ...shenzhen, '441900']),
    );
    expect((await below('000000')).length).toBeGreaterThan(3000);
    await expectProblem(await by(nobody).get('/internal/organs/999999/subordinates'), {
      status: 404,
      code: 'not-found',
    });
  });
});

describe('an organ beside the government’s', () => {
  it('is added by an operator, with the next free code of its division', async () => {
    const added = await Promise.all([json<Organ>(await add(railway), 201), json<Organ>(await add(railway), 201)]);
    expect(added.map(({ code }) => code).toSorted()).toEqual(['440305-T1', '440305-T2']);
    expect(await json(await by(nobody).get('/api/organs/440305-T1'))).toMatchObject({ ...railway, code: '440305-T1' });
    const port = { ...railway, kind: 'port', name: '深圳港公安局蛇口分局' };
    expect(await json(await add(port), 201)).toMatchObject({ code: '440305-P1', kind: 'port' });
  });

  it('sent twice with one key is one', async () => {
    const body = { ...railway, kind: 'aviation', name: '深圳机场公安局' };
    const once = await json<Organ>(await by(operator).create('/api/organs', body, 'one-key'), 201);
    expect(await json(await by(operator).create('/api/organs', body, 'one-key'), 201)).toEqual(once);
    expect(await found('q=深圳机场')).toHaveLength(1);
  });

  it.each([
    ['of an unknown division', { divisionCode: '440399' }, '/divisionCode', 'division.unknown'],
    ['of a street', { divisionCode: '440305007' }, '/divisionCode', 'division.format'],
    ['under an unknown superior', { superiorCode: '999999' }, '/superiorCode', 'organ.unknown'],
    ['of a government', { kind: 'territorial' }, '/kind', 'value.not-allowed'],
    ['without a name', { name: ' ' }, '/name', 'text.empty'],
    ['with a field that nobody knows', { extra: 1 }, '/extra', 'field.unknown'],
  ])('%s is refused', async (_what, part, pointer, fieldCode) => {
    await expectProblem(await add({ ...railway, ...part }), { ...invalid, pointer, fieldCode });
  });

  it('is added and changed by nobody but operators', async () => {
    const supervisor = aReviewer(organs.shenzhen, ['supervisor']);
    for (const [actor, status, code] of [
      [nobody, 401, 'auth.required'],
      [aPersonalUser(), 403, 'auth.forbidden'],
      [supervisor, 403, 'auth.forbidden'],
    ] as const) {
      await expectProblem(await add(railway, actor), { status, code });
      await expectProblem(await change('440305', { name: '南山' }, actor), { status, code });
    }
  });
});

describe('a change of an organ', () => {
  it('renames it and puts it under another superior', async () => {
    const name = '深圳市公安局坪山公安分局';
    expect(await json(await change('440310', { name, superiorCode: '440000' }))).toMatchObject({ name });
    expect(await json(await by(nobody).get('/api/organs/440310'))).toMatchObject({ name, superiorCode: '440000' });
    const [entry] = await platform.identity.orm.em
      .fork()
      .execute(`select action, actor_id, data from audit_entry where subject = '440310'`);
    expect(entry).toEqual({
      action: 'organ.change',
      actor_id: operator.accountId,
      data: { name, superiorCode: '440000' },
    });
  });

  it.each([
    ['nothing', '440304', {}, '', 'change.empty'],
    ['a superior that is none', '440304', { superiorCode: '999999' }, '/superiorCode', 'organ.unknown'],
    ['a superior below it', '440300', { superiorCode: '440305' }, '/superiorCode', 'organ.below-itself'],
    ['itself as superior', '440300', { superiorCode: '440300' }, '/superiorCode', 'organ.below-itself'],
    ['itself as successor', '440304', { successorCode: '440304' }, '/successorCode', 'organ.below-itself'],
    ['an organ below as successor', '440300', { successorCode: '440305' }, '/successorCode', 'organ.below-itself'],
  ])('to %s is refused', async (_what, code, body, pointer, fieldCode) => {
    await expectProblem(await change(code, body), { ...invalid, pointer, fieldCode });
  });

  it('of what does not exist is not found', async () => {
    await expectProblem(await change('999999', { name: '甲' }), { status: 404, code: 'not-found' });
  });

  it('that closes it gives jurisdictions and subordinates to the successor from that day', async () => {
    const asked = async () =>
      (
        await json<Jurisdiction>(
          await by({ kind: 'service', name: 'filing' }).get('/internal/jurisdictions?county=350102'),
        )
      ).organ.code;
    expect(await asked()).toBe('350102');
    const planned = { divisionCode: '350103', organCode: '350102', effectiveFrom: '2026-09-01' };
    await json(await by(operator).post('/api/jurisdictions', planned), 201);
    await json(await change('350103', { superiorCode: '350102' }));

    const closed = await json<Organ>(await change('350102', { successorCode: '350104' }));
    expect(closed).toMatchObject({ closedOn: '2026-06-01', successorCode: '350104' });
    expect(await asked()).toBe('350104');
    const { items } = await json<{ items: JurisdictionRule[] }>(
      await by(operator).get('/api/jurisdictions?division=350102'),
    );
    expect(
      items.map(({ organ, effectiveFrom, effectiveTo, state }) => [organ.code, effectiveFrom, effectiveTo, state]),
    ).toEqual([
      ['350102', '2025-04-01', '2026-06-01', 'past'],
      ['350104', '2026-06-01', null, 'in_force'],
    ]);
    const later = await json<{ items: JurisdictionRule[] }>(
      await by(operator).get('/api/jurisdictions?division=350103'),
    );
    expect(later.items.at(-1)).toMatchObject({ state: 'planned', organ: { code: '350104' } });
    expect(await json(await by(nobody).get('/api/organs/350103'))).toMatchObject({ superiorCode: '350104' });

    expect((await found('division=350102')).map(({ code }) => code)).toEqual([]);
    expect((await found('division=350102&closed=true')).map(({ code }) => code)).toEqual(['350102']);
    await expectProblem(await change('350102', { name: '乙' }), { status: 409, code: 'organ.closed' });
    const reopened = { divisionCode: '350104', organCode: '350102', effectiveFrom: '2026-09-01' };
    await expectProblem(await by(operator).post('/api/jurisdictions', reopened), {
      ...invalid,
      pointer: '/organCode',
      fieldCode: 'organ.unknown',
    });
  });

  it('leaves the way up without a circle, however many are made at once', async () => {
    const answers = await Promise.all([
      change('510104', { superiorCode: '510105' }),
      change('510105', { superiorCode: '510104' }),
    ]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 422]);
  });
});
