import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MadeSharingCredential, SharingCredential, SharingCredentialList } from '@beian/contracts/sharing.ts';
import type { Actor } from '@beian/service-kit/actor.ts';
import { newId } from '@beian/service-kit/ids.ts';
import { aDepartment, aPersonalUser, aReviewer, anOperator, organs, testVerifier } from '@beian/testkit/actors.ts';
import { expectProblem } from '@beian/testkit/expect-problem.ts';
import { aSharingCredential } from '@beian/testkit/one-of-each.ts';
import { aPlatform, type TestPlatform } from '@beian/testkit/platform.ts';
import { as, json } from '@beian/testkit/registration.ts';

const path = '/api/sharing/credentials';
const dayMs = 86_400_000;
let now = new Date();
let platform: TestPlatform;
beforeAll(async () => {
  platform = await aPlatform({ clock: { now: () => now } });
});
afterAll(() => platform.stop());

const ministry = anOperator();
const ofShenzhen = aReviewer(organs.shenzhen, ['operator']);
const wanted = { department: '深圳市住房和建设局', purpose: '竣工验收时核对备案情况', area: '4403', validDays: 365 };
const asked = (actor: Actor) => as({ app: platform.identityApp }, actor);
const listed = async (actor: Actor, query = '') =>
  json<SharingCredentialList>(await asked(actor).get(`${path}${query}`));
const token = ({ id, secret = '' }: { id: string; secret?: string | undefined }) =>
  platform.identityApp.request('/auth/token', {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'client_credentials', client_id: id, client_secret: secret }),
  });

describe('a sharing credential', () => {
  it('is made with a secret that is shown once and kept as a hash, and lets its department in as what it is', async () => {
    const { secret, ...made } = await json<MadeSharingCredential>(await asked(ofShenzhen).create(path, wanted), 201);
    const { department, purpose } = wanted;
    expect(made).toMatchObject({ department, purpose, area: { code: '4403', name: '广东省深圳市' }, status: 'active' });
    expect(Date.parse(made.validUntil) - Date.parse(made.createdAt)).toBe(365 * dayMs);
    expect((await listed(ofShenzhen)).items).toEqual([made]);
    const em = platform.identity.orm.em.fork();
    for (const table of ['sharing_credential', 'idempotency_key', 'audit_entry', 'outbox']) {
      const [row] = await em.execute<{ all: string | null }[]>(`select string_agg(t::text, ' ') "all" from ${table} t`);
      expect(row?.all ?? '').not.toContain(secret);
    }
    const entries = await em.execute('select action, actor_id from audit_entry where subject = ?', [made.id]);
    expect(entries).toEqual([{ action: 'sharing-credential.make', actor_id: ofShenzhen.accountId }]);

    const { access_token } = await json<{ access_token: string }>(await token({ id: made.id, secret }));
    const who = { kind: 'department', credentialId: made.id, department, purpose, area: '4403' };
    expect(await testVerifier(access_token)).toEqual(who);
    expect((await listed(ofShenzhen)).items).toMatchObject([{ lastUsedAt: now.toISOString() }]);
  });

  it('that is asked for again under its key is the same, without the secret', async () => {
    const key = newId();
    const make = async () =>
      json<MadeSharingCredential>(await asked(ministry).create(path, { ...wanted, area: '00' }, key), 201);
    const [first, second] = [await make(), await make()];
    expect(first.secret).toBeDefined();
    expect(second).toEqual({ ...first, secret: undefined });
    expect(first.area).toEqual({ code: '00' });
  });

  it('is for an area within that of the operator’s organ, and only its operators see and revoke it', async () => {
    const beyond = { status: 422, code: 'request.invalid', pointer: '/area' } as const;
    for (const area of ['44', '4401', '00']) {
      await expectProblem(await asked(ofShenzhen).create(path, { ...wanted, area }), beyond);
    }
    await expectProblem(await asked(ministry).create(path, { ...wanted, area: '99' }), beyond);
    const { id } = await aSharingCredential(platform, ministry, '4401');
    expect((await listed(ofShenzhen)).items.map((one) => one.id)).not.toContain(id);
    const revoke = (actor: Actor) => asked(actor).post(`${path}/${id}/revocation`);
    await expectProblem(await revoke(ofShenzhen), { status: 404, code: 'not-found' });
    expect((await revoke(aReviewer(organs.guangdong, ['operator']))).status).toBe(200);
    const ofRailway = aReviewer({ ...organs.nanshan, code: '440305-T1' }, ['operator']);
    await expectProblem(await asked(ofRailway).get(path), { status: 403, code: 'auth.forbidden' });
  });

  it('is for operators alone', async () => {
    for (const actor of [aPersonalUser(), aReviewer(), aReviewer(organs.shenzhen, ['supervisor']), aDepartment()]) {
      await expectProblem(await asked(actor).create(path, wanted), { status: 403, code: 'auth.forbidden' });
      await expectProblem(await asked(actor).get(path), { status: 403, code: 'auth.forbidden' });
    }
  });

  it('gets no token once it is revoked, has expired, or with another secret', async () => {
    const refused = async (given: { id: string; secret?: string | undefined }) =>
      expect(await json(await token(given), 401)).toMatchObject({ error: 'invalid_client' });
    const { id, secret } = await aSharingCredential(platform, ministry);
    await refused({ id, secret: 'another' });
    const began = now;
    now = new Date(began.getTime() + 90 * dayMs);
    await refused({ id, secret });
    now = began;
    expect((await token({ id, secret })).status).toBe(200);
    const revoke = async () => json<SharingCredential>(await asked(ofShenzhen).post(`${path}/${id}/revocation`));
    const revoked = await revoke();
    expect(revoked).toMatchObject({ status: 'revoked', revokedAt: now.toISOString() });
    expect(await revoke()).toEqual(revoked);
    await refused({ id, secret });
  });

  it('lasts a year at most, whoever writes it into the database', async () => {
    await expectProblem(await asked(ministry).create(path, { ...wanted, validDays: 366 }), {
      status: 422,
      code: 'request.invalid',
      pointer: '/validDays',
    });
    const { id } = await aSharingCredential(platform, ministry);
    const longer = platform.identity.orm.em
      .fork()
      .execute(`update sharing_credential set valid_until = created_at + interval '366 days' where id = ?`, [id]);
    await expect(longer).rejects.toThrow('sharing_credential_lasts_a_year_at_most');
  });
});
