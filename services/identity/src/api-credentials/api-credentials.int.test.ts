import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiCredential, MadeApiCredential } from '@beian/contracts/api-credentials.ts';
import { apiCredentialLimits } from '@beian/contracts/vocabulary.ts';
import type { Actor, Filer } from '@beian/service-kit/actor.ts';
import { newId } from '@beian/service-kit/ids.ts';
import { aLegalPerson, anOperator, aPersonalUser, aProgramOf } from '@beian/testkit/actors.ts';
import { expectProblem } from '@beian/testkit/expect-problem.ts';
import { aCredential } from '@beian/testkit/one-of-each.ts';
import { aPlatform, type TestPlatform } from '@beian/testkit/platform.ts';
import { as, json } from '@beian/testkit/registration.ts';
import { haveSignedIn } from '@beian/testkit/staff.ts';

const path = '/api/me/api-credentials';
const dayMs = 86_400_000;
let now = new Date();
let platform: TestPlatform;
beforeAll(async () => {
  platform = await aPlatform({ clock: { now: () => now } });
});
afterAll(() => platform.stop());

const asked = (actor: Actor) => as({ app: platform.identityApp }, actor);
async function aFiler(filer: Filer = aPersonalUser()): Promise<Filer> {
  await haveSignedIn(platform, filer);
  return filer;
}
const listed = async (filer: Filer, query = '') =>
  json<{ items: ApiCredential[]; next?: string }>(await asked(filer).get(`${path}${query}`));
const rowsAbout = (id: string) =>
  platform.identity.orm.em
    .fork()
    .execute<{ action: string; actor_id: string }[]>(
      'select action, actor_id from audit_entry where subject = ? order by seq',
      [id],
    );

describe('an API credential', () => {
  it('is made with a secret that is shown once and kept as a hash, and is on the audit chain', async () => {
    const filer = await aFiler(aLegalPerson());
    const { secret = '', ...made } = await aCredential(platform, filer);
    expect(Buffer.from(secret, 'base64url')).toHaveLength(32);
    expect(made).toMatchObject({ name: '巡检系统', status: 'active' });
    expect(Date.parse(made.validUntil) - Date.parse(made.createdAt)).toBe(apiCredentialLimits.usualDays * dayMs);
    expect(await listed(filer)).toEqual({ items: [made] });
    const em = platform.identity.orm.em.fork();
    for (const table of ['api_credential', 'idempotency_key', 'audit_entry', 'outbox']) {
      const [row] = await em.execute<{ all: string | null }[]>(`select string_agg(t::text, ' ') "all" from ${table} t`);
      expect(row?.all ?? '').not.toContain(secret);
    }
    expect(await rowsAbout(made.id)).toEqual([{ action: 'api-credential.make', actor_id: filer.accountId }]);
    const told = `select payload -> 'data' as data from outbox where payload ->> 'type' = 'beian.api-credential.made' and aggregate = ?`;
    const { accountId } = filer;
    const data = { credentialId: made.id, accountId, validUntil: made.validUntil };
    expect(await em.execute(told, [made.id])).toEqual([{ data }]);
  });

  it('that is asked for again under its key is the same, without the secret', async () => {
    const filer = await aFiler();
    const key = newId();
    const make = () => asked(filer).create(path, { name: '巡检系统', validDays: 1 }, key);
    const answers = await Promise.all([make(), make(), make()]);
    const made = await Promise.all(answers.map((answer) => json<MadeApiCredential>(answer, 201)));
    expect(made.filter(({ secret }) => secret !== undefined)).toHaveLength(1);
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
    const other = await asked(filer).create(path, { name: '另一系统' }, key);
    await expectProblem(other, { status: 422, code: 'idempotency.conflict' });
    await expectProblem(await asked(filer).post(path, { name: '无键' }), {
      status: 400,
      code: 'idempotency.key-required',
    });
  });

  it('is one of ten in force at most, also when many are asked for at once; what has ended does not count', async () => {
    const filer = await aFiler();
    const make = () => asked(filer).create(path, { name: '巡检系统', validDays: 1 });
    const { inForce } = apiCredentialLimits;
    const answers = await Promise.all(Array.from({ length: inForce + 3 }, make));
    const refused = answers.filter(({ status }) => status !== 201);
    expect(refused).toHaveLength(3);
    for (const one of refused) await expectProblem(one, { status: 409, code: 'api-credential.too-many' });
    const [first] = (await listed(filer)).items;
    await json(await asked(filer).post(`${path}/${first?.id}/revocation`));
    expect((await make()).status).toBe(201);
    expect((await make()).status).toBe(409);
    const began = now;
    now = new Date(began.getTime() + dayMs);
    const later = { ...filer, signedInAt: now.toISOString() };
    expect((await asked(later).create(path, { name: '巡检系统' })).status).toBe(201);
    const statuses = (await listed(filer)).items.map(({ status }) => status);
    expect(statuses.toSorted()).toEqual(['active', ...Array(inForce).fill('expired'), 'revoked']);
    now = began;
    const page = await listed(filer, '?limit=5');
    const rest = await listed(filer, `?limit=100&cursor=${page.next}`);
    expect([...page.items, ...rest.items]).toHaveLength(inForce + 2);
  });

  it.each([
    ['a name that is none', { name: ' ' }, '/name'],
    ['no days', { name: '巡检系统', validDays: 0 }, '/validDays'],
    ['more than a year', { name: '巡检系统', validDays: 366 }, '/validDays'],
  ])('with %s is not made', async (_what, body, pointer) => {
    const answer = await asked(await aFiler()).create(path, body);
    await expectProblem(answer, { status: 422, code: 'request.invalid', pointer });
  });

  it('lasts a year at most, whoever writes it into the database', async () => {
    const { id } = await aCredential(platform, await aFiler());
    const longer = platform.identity.orm.em
      .fork()
      .execute(`update api_credential set valid_until = created_at + interval '366 days' where id = ?`, [id]);
    await expect(longer).rejects.toThrow('api_credential_lasts_a_year_at_most');
  });

  it('is for a filer who has just signed in to make: not for staff, a program, or nobody', async () => {
    const filer = await aFiler();
    const make = (actor: Actor) => asked(actor).create(path, { name: '巡检系统' });
    await expectProblem(await make({ kind: 'nobody' }), { status: 401, code: 'auth.required' });
    await expectProblem(await make(anOperator()), { status: 403, code: 'auth.forbidden' });
    await expectProblem(await make(aProgramOf(filer)), { status: 403, code: 'auth.program-not-allowed' });
    const before = { ...filer, signedInAt: new Date(now.getTime() - 11 * 60_000).toISOString() };
    await expectProblem(await make(before), { status: 403, code: 'auth.step-up-required' });
    expect((await listed(before)).items).toEqual([]);
  });

  it('is revoked by its account alone, whenever it signed in; twice is once', async () => {
    const filer = await aFiler(aPersonalUser(new Date(now.getTime() - 60_000).toISOString()));
    const { id } = await aCredential(platform, filer);
    const revoke = (actor: Actor) => asked(actor).post(`${path}/${id}/revocation`);
    await expectProblem(await revoke(await aFiler()), { status: 404, code: 'not-found' });
    await expectProblem(await revoke(aProgramOf(filer)), { status: 403, code: 'auth.program-not-allowed' });
    const before = { ...filer, signedInAt: new Date(now.getTime() - 3_600_000).toISOString() };
    const revoked = await json<ApiCredential>(await revoke(before));
    expect(revoked).toMatchObject({ status: 'revoked', revokedAt: now.toISOString() });
    expect(await json<ApiCredential>(await revoke(before))).toEqual(revoked);
    expect((await rowsAbout(id)).map(({ action }) => action)).toEqual([
      'api-credential.make',
      'api-credential.revoke',
      'api-credential.revoke',
    ]);
  });
});
