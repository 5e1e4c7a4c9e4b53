import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Me } from '@beian/contracts/accounts.ts';
import type { ProblemCode } from '@beian/contracts/problems.ts';
import type { Colleague } from '@beian/contracts/staff.ts';
import { identityPort } from '@beian/filing/ports/identity.port.ts';
import { serviceToken, type Actor } from '@beian/service-kit/actor.ts';
import { newId } from '@beian/service-kit/ids.ts';
import {
  anOperator,
  aPersonalUser,
  aReviewer,
  organs,
  serviceSecret,
  testVerifier,
  tokenOf,
} from '@beian/testkit/actors.ts';
import { expectProblem } from '@beian/testkit/expect-problem.ts';
import { aFront, type Front } from '@beian/testkit/front.ts';
import { as, json } from '@beian/testkit/registration.ts';
import { signIn } from '@beian/testkit/sign-in.ts';

const nobody = { kind: 'nobody' } as const;
const county = aReviewer(organs.nanshan, ['supervisor']);
const city = aReviewer(organs.shenzhen, ['supervisor']);
const neighbour = aReviewer(organs.futian, ['supervisor']);
const reviewer = aReviewer();
const operator = anOperator();
let front: Front;
let chen: Colleague;
beforeAll(async () => {
  front = await aFront();
  for (const username of ['reviewer-nanshan-1', 'reviewer-nanshan-2', 'reviewer-futian-1', 'supervisor-shenzhen']) {
    await enter(username);
  }
  const [first] = await staffOf('440305', city);
  if (!first) throw new Error('nobody has signed in');
  chen = first;
});
afterAll(() => front.stop());

const enter = (username: string) => signIn(front.baseUrl, { username, password: 'beian-demo', as: 'staff' });
const by = (actor: Actor) => as({ app: front.platform.identityApp }, actor);
const list = (organ: string, actor: Actor) => by(actor).get(`/api/staff?organ=${organ}`);
const staffOf = async (organ: string, actor: Actor) =>
  (await json<{ items: Colleague[] }>(await list(organ, actor))).items;
const suspend = (actor: Actor, id = chen.accountId, body: object = { reason: '借调外单位' }) =>
  by(actor).post(`/api/staff/${id}/suspension`, body);
const restore = (actor: Actor, id = chen.accountId) => by(actor).delete(`/api/staff/${id}/suspension`);
const withdraw = (actor: Actor, roles: unknown, id = chen.accountId) =>
  by(actor).put(`/api/staff/${id}/withdrawn-roles`, { roles });
/** The answer of each administrative act to an actor. */
const everyAct = (actor: Actor, id?: string) =>
  Promise.all([suspend(actor, id), restore(actor, id), withdraw(actor, ['reviewer'], id)]);
const resolve = async (cookie: string) =>
  front.platform.identityApp.request('/internal/sessions/resolve', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${await serviceToken('gateway', serviceSecret)}`,
    },
    body: JSON.stringify({ sessionId: /beian_session=([^;]+)/.exec(cookie)?.[1] }),
  });
const audited = async (): Promise<unknown[]> =>
  front.platform.identity.orm.em
    .fork()
    .execute(
      `select action, actor_id, data from audit_entry where subject = ? and action like 'staff.%' order by seq`,
      [chen.accountId],
    );

describe('the staff of an organ', () => {
  it('is shown to each other', async () => {
    const { items } = await json<{ items: Colleague[] }>(await by(reviewer).get('/api/staff'));
    expect(items.map(({ staffNo }) => staffNo)).toEqual(['440305-001', '440305-002']);
    expect(items[0]).toEqual({
      accountId: chen.accountId,
      staffNo: '440305-001',
      roles: ['reviewer'],
      withdrawnRoles: [],
      suspended: false,
    });
  });

  it('is shown to supervisors and operators of the organs above, and to nobody beside', async () => {
    expect(await staffOf('440304', city)).toMatchObject([{ staffNo: '440304-001' }]);
    expect(await staffOf('440300', operator)).toMatchObject([{ staffNo: '440300-001' }]);
    for (const [actor, organ] of [
      [reviewer, '440304'],
      [county, '440304'],
      [county, '440300'],
      [aReviewer(organs.shenzhen), '440305'],
      [city, '999999'],
    ] as const) {
      await expectProblem(await list(organ, actor), { status: 404, code: 'not-found' });
    }
    await expectProblem(await list('x', city), { status: 422, code: 'request.invalid', pointer: '/organ' });
    await expectProblem(await list('440305', nobody), { status: 401, code: 'auth.required' });
    await expectProblem(await list('440305', aPersonalUser()), { status: 403, code: 'auth.forbidden' });
  });
});

describe('a suspension', () => {
  it('ends sessions at once, refuses the sign-in, and shows its reason to who may end it', async () => {
    const cookie = await enter('reviewer-nanshan-1');
    expect((await resolve(cookie)).status).toBe(200);
    expect(await json(await suspend(city))).toMatchObject({
      suspended: true,
      suspension: { reason: '借调外单位', by: city.staffNo },
    });
    await expectProblem(await resolve(cookie), { status: 404, code: 'not-found' });
    const me = await fetch(new URL('/api/me', front.baseUrl), { headers: { cookie } });
    await expectProblem(me, { status: 401, code: 'auth.required' });
    await expect(enter('reviewer-nanshan-1')).rejects.toThrow('auth.suspended');

    expect((await staffOf('440305', county))[0]).toMatchObject({ suspension: { reason: '借调外单位' } });
    const [seen] = await staffOf('440305', reviewer);
    expect(seen).toMatchObject({ suspended: true });
    expect(seen).not.toHaveProperty('suspension');
    const assignable = await identityPort(front.platform.urls.identity).colleagues(await tokenOf(reviewer));
    expect(assignable.map(({ staffNo }) => staffNo)).toEqual(['440305-002']);
    const again = await expectProblem(await suspend(county), { status: 409, code: 'staff.suspended' });
    expect(again.detail).toContain(city.staffNo);
  });

  it('is ended by a supervisor of the organ: the sign-in is open again, and each act is audited', async () => {
    expect(await json(await restore(county))).toMatchObject({ suspended: false });
    const cookie = await enter('reviewer-nanshan-1');
    expect((await resolve(cookie)).status).toBe(200);
    await expectProblem(await restore(county), { status: 404, code: 'not-found' });
    expect(await audited()).toEqual([
      { action: 'staff.suspend', actor_id: city.accountId, data: { reason: '借调外单位', sessions: 2 } },
      { action: 'staff.restore', actor_id: county.accountId, data: { reason: '借调外单位' } },
    ]);
  });

  it('lets in no session that a sign-in opened at the same moment', async () => {
    const cookie = await enter('reviewer-nanshan-2');
    await front.platform.identity.orm.em
      .fork()
      .execute(
        `update account set suspended_at = now(), suspended_by = 'x', suspension_reason = 'x' where staff_no = '440305-002'`,
      );
    await expectProblem(await resolve(cookie), { status: 404, code: 'not-found' });
  });

  it('needs a reason', async () => {
    await expectProblem(await suspend(county, chen.accountId, { reason: ' ' }), {
      status: 422,
      code: 'request.invalid',
      pointer: '/reason',
    });
  });
});

describe('roles', () => {
  it('are those of the sign-in without those withdrawn, also in the token and after the next sign-in', async () => {
    const cookie = await enter('reviewer-nanshan-1');
    expect(await json(await withdraw(county, ['reviewer', 'reviewer', 'supervisor']))).toMatchObject({
      roles: [],
      withdrawnRoles: ['reviewer', 'supervisor'],
    });
    const { token } = await json<{ token: string }>(await resolve(cookie));
    expect(await testVerifier(token)).toMatchObject({ kind: 'staff', roles: [] });
    const next = await enter('reviewer-nanshan-1');
    const me = await json<Me>(await fetch(new URL('/api/me', front.baseUrl), { headers: { cookie: next } }));
    expect(me.roles).toEqual([]);
    expect(await json(await withdraw(operator, []))).toMatchObject({ roles: ['reviewer'], withdrawnRoles: [] });
  });

  it('that are none are refused', async () => {
    const refused = { status: 422, code: 'request.invalid' } as const;
    await expectProblem(await withdraw(county, ['king']), { ...refused, pointer: '/roles/0' });
    await expectProblem(await withdraw(county, 'reviewer'), { ...refused, pointer: '/roles' });
  });

  it('are in a token for a minute at most, for a suspension must reach every token soon', async () => {
    const { expiresAt } = await json<{ expiresAt: string }>(await resolve(await enter('reviewer-nanshan-1')));
    expect(Date.parse(expiresAt) - Date.now()).toBeLessThanOrEqual(60_000);
  });
});

describe('the administration of staff', () => {
  const expectEach = async (answers: Response[], status: number, code: ProblemCode) => {
    for (const answer of answers) await expectProblem(answer, { status, code });
  };

  it('is for supervisors and operators', async () => {
    await expectEach(await everyAct(nobody), 401, 'auth.required');
    for (const actor of [reviewer, aReviewer(organs.shenzhen, ['senior_reviewer', 'auditor']), aPersonalUser()]) {
      await expectEach(await everyAct(actor), 403, 'auth.forbidden');
    }
  });

  it('reaches the own organ and those below, where nobody else exists', async () => {
    await expectEach(await everyAct(neighbour), 404, 'not-found');
    await expectEach(await everyAct(city, newId()), 404, 'not-found');
    const [head] = await staffOf('440300', city);
    await expectEach(await everyAct(county, head?.accountId), 404, 'not-found');
    await expectEach(await everyAct(city, 'x'), 422, 'request.invalid');
  });

  it('is never of the own account', async () => {
    await expectEach(await everyAct(county, county.accountId), 409, 'staff.own-account');
  });
});
