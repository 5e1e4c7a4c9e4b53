import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Delegation, IncomingDelegation } from '@beian/contracts/delegations.ts';
import { newId } from '@beian/service-kit/ids.ts';
import { aPersonalUser, aReviewer } from '@beian/testkit/actors.ts';
import { aDelegation, dayFromNow, delegated, ranOut } from '@beian/testkit/delegation.ts';
import { expectProblem } from '@beian/testkit/expect-problem.ts';
import { answersAfterGivenUp } from '@beian/testkit/lock-waits.ts';
import { aPlatform, type TestPlatform } from '@beian/testkit/platform.ts';
import { aFiling, as, json, uploaded } from '@beian/testkit/registration.ts';
import { accountOf, somebody } from '@beian/testkit/transfer.ts';

const me = somebody('张伟');
const holder = accountOf(me);
const reviewer = aReviewer();
const nobody = { kind: 'nobody' } as const;
let platform: TestPlatform;
beforeAll(async () => {
  platform = await aPlatform();
  await aFiling(platform, holder, reviewer);
});
afterAll(() => platform.stop());

const grant = (body: unknown, actor: Parameters<typeof as>[1] = holder) =>
  as(platform, actor).create('/api/delegations', body);
const granted = async () =>
  (await json<{ items: Delegation[] }>(await as(platform, holder).get('/api/delegations'))).items;
const incoming = async (actor: typeof holder) =>
  (await json<{ items: IncomingDelegation[] }>(await as(platform, actor).get('/api/delegations/incoming'))).items;

describe('granting', () => {
  it('names a person without an account, who is shown and stored masked', async () => {
    const person = somebody('李小娜');
    const delegation = await delegated(platform, holder, person);
    expect(delegation).toMatchObject({
      role: 'agent',
      status: 'active',
      unitName: '深圳海岸城商业管理有限公司',
      granteeName: '李*娜',
      granteeIdNumber: expect.stringMatching(/^1101\*{10}/),
      validFrom: dayFromNow(0),
      validUntil: dayFromNow(30),
    });
    expect((await granted())[0]).toEqual(delegation);
    const rows = await platform.orm.em.fork().execute<{ all: string }[]>(
      `select (select string_agg(d::text, '') from delegation d) || (select string_agg(payload::text, '') from outbox)
           || (select string_agg(data::text, '') from audit_entry)
           || (select string_agg(result::text, '') from idempotency_key) as "all"`,
    );
    const masked = [delegation.granteeName, delegation.granteeIdNumber];
    for (const personal of [person.name, person.idNumber, ...masked]) expect(rows[0]?.all).not.toContain(personal);
    expect(await incoming(accountOf(person))).toMatchObject([{ id: delegation.id, role: 'agent', status: 'active' }]);
    expect(await incoming(accountOf(somebody()))).toEqual([]);
    expect(await incoming(aPersonalUser())).toEqual([]);
  });

  it('of an agent needs the letter, of its kind; a reader has none', async () => {
    const { letterId: _, ...without } = await aDelegation(platform, holder, somebody());
    const invalid = { status: 422, code: 'request.invalid', pointer: '/letterId' } as const;
    await expectProblem(await grant(without), { ...invalid, fieldCode: 'delegation.letter-missing' });
    const other = await uploaded(platform, holder, 'transfer_form');
    await expectProblem(await grant({ ...without, letterId: other }), { ...invalid, fieldCode: 'attachment.kind' });
    await expectProblem(await grant({ ...without, letterId: newId() }), {
      ...invalid,
      fieldCode: 'attachment.unknown',
    });
    await json(await grant({ ...without, role: 'reader' }), 201);
  });

  it.each([
    ['a term of more than three years', { validUntil: dayFromNow(1100) }, '/validUntil', 'delegation.too-long'],
    ['a term that is over', { validUntil: dayFromNow(-1) }, '/validUntil', 'delegation.past'],
    ['an end before the beginning', { validFrom: dayFromNow(40) }, '/validUntil', 'delegation.period'],
    ['a unit without filings of the account', { uscc: '91350100M000100Y43' }, '/uscc', 'delegation.no-filings'],
    ['a wrong ID number', { granteeIdNumber: '110101199003070010' }, '/granteeIdNumber', 'id-number.format'],
    ['oneself', { granteeName: me.name, granteeIdNumber: me.idNumber }, '/granteeIdNumber', 'delegation.to-self'],
  ])('is refused with %s', async (_what, overrides, pointer, fieldCode) => {
    const body = await aDelegation(platform, holder, somebody(), overrides);
    await expectProblem(await grant(body), { status: 422, code: 'request.invalid', pointer, fieldCode });
  });

  it('gives a person one delegation at a time, also at the same moment, and the next one after it', async () => {
    const person = somebody();
    const body = await aDelegation(platform, holder, person);
    const answers = await Promise.all([1, 2, 3].map(() => grant(body)));
    expect(answers.map((answer) => answer.status).toSorted((a, b) => a - b)).toEqual([201, 409, 409]);
    await expectProblem(await grant({ ...body, validFrom: body.validUntil, validUntil: dayFromNow(60) }), {
      status: 409,
      code: 'delegation.overlaps',
    });
    const next = await json<Delegation>(
      await grant({ ...body, validFrom: dayFromNow(31), validUntil: dayFromNow(60) }),
      201,
    );
    expect(next.status).toBe('upcoming');
  });

  it('is one at a time also for those who wait for a third to give its place up', async () => {
    const person = somebody();
    const { id } = await delegated(platform, holder, person);
    await json(await as(platform, holder).post(`/api/delegations/${id}/revocation`));
    const body = await aDelegation(platform, holder, person);
    const ask = () => grant(body);
    const sql = 'update delegation set revoked_at = null where id = ?';
    const answers = await answersAfterGivenUp(platform, { sql, id }, [ask, ask, ask]);
    const statuses = answers.map((answer) => answer.status);
    expect(statuses.toSorted((a, b) => a - b)).toEqual([201, 409, 409]);
  });

  it('needs a sign-in of the last ten minutes, and a filer', async () => {
    const body = await aDelegation(platform, holder, somebody());
    const before = { ...holder, signedInAt: new Date(Date.now() - 11 * 60_000).toISOString() };
    await expectProblem(await grant(body, before), { status: 403, code: 'auth.step-up-required' });
    await expectProblem(await grant(body, nobody), { status: 401, code: 'auth.required' });
    await expectProblem(await grant(body, reviewer), { status: 403, code: 'auth.forbidden' });
  });
});

describe('revoking', () => {
  it('ends a delegation, twice is once, and frees the person for another', async () => {
    const person = somebody();
    const { id } = await delegated(platform, holder, person);
    const revoke = () => as(platform, holder).post(`/api/delegations/${id}/revocation`);
    const revoked = await json<Delegation>(await revoke());
    expect(revoked).toMatchObject({ status: 'revoked' });
    expect(await json<Delegation>(await revoke())).toEqual(revoked);
    expect(await incoming(accountOf(person))).toEqual([]);
    await delegated(platform, holder, person, { role: 'reader' });
  });

  it('is the holder’s alone', async () => {
    const person = somebody();
    const { id } = await delegated(platform, holder, person);
    const revoke = (actor: Parameters<typeof as>[1]) => as(platform, actor).post(`/api/delegations/${id}/revocation`);
    await expectProblem(await revoke(accountOf(person)), { status: 404, code: 'not-found' });
    await expectProblem(await revoke(nobody), { status: 401, code: 'auth.required' });
    await expectProblem(await revoke(reviewer), { status: 403, code: 'auth.forbidden' });
    const wrong = as(platform, holder).post('/api/delegations/none/revocation');
    await expectProblem(await wrong, { status: 422, code: 'request.invalid' });
  });
});

describe('the lists', () => {
  it('go page by page and say what has run out', async () => {
    const person = somebody();
    const old = await delegated(platform, holder, person);
    await ranOut(platform, old);
    const now = await delegated(platform, holder, person);
    const ask = as(platform, accountOf(person));
    const first = await json<{ items: IncomingDelegation[]; next: string }>(
      await ask.get('/api/delegations/incoming?limit=1'),
    );
    expect(first.items).toMatchObject([{ id: now.id, status: 'active' }]);
    expect(await json(await ask.get(`/api/delegations/incoming?limit=1&cursor=${first.next}`))).toMatchObject({
      items: [{ id: old.id, status: 'expired' }],
    });
  });

  it.each(['/api/delegations', '/api/delegations/incoming'])('%s is for filers who are signed in', async (path) => {
    await expectProblem(await as(platform, nobody).get(path), { status: 401, code: 'auth.required' });
    await expectProblem(await as(platform, reviewer).get(path), { status: 403, code: 'auth.forbidden' });
    const wrong = await as(platform, holder).get(`${path}?cursor=x`);
    await expectProblem(wrong, { status: 422, code: 'request.invalid', fieldCode: 'cursor.invalid' });
  });
});
