import {
  allowInsecureRequests,
  clientCredentialsGrant,
  ClientSecretBasic,
  ClientSecretPost,
  Configuration,
} from 'openid-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AuditEntry } from '@beian/contracts/audit.ts';
import type { Me } from '@beian/contracts/accounts.ts';
import type { ApiCredential, MadeApiCredential } from '@beian/contracts/api-credentials.ts';
import type { ProblemDetails } from '@beian/contracts/problems.ts';
import type { Filer } from '@beian/service-kit/actor.ts';
import { newId } from '@beian/service-kit/ids.ts';
import { aLegalPerson, aReviewer, organs, testVerifier } from '@beian/testkit/actors.ts';
import { databaseOfThisTest } from '@beian/testkit/database.ts';
import { aFront, type Front } from '@beian/testkit/front.ts';
import { aCredential } from '@beian/testkit/one-of-each.ts';
import { as, json, unitPapers } from '@beian/testkit/registration.ts';
import { haveSignedIn } from '@beian/testkit/staff.ts';
import { accountOf, somebody } from '@beian/testkit/transfer.ts';
import { createIdentityApp } from '../app.ts';
import { schema } from '../deps.ts';
import { grantToken } from './grant-token.ts';

let now = new Date();
let front: Front;
beforeAll(async () => {
  front = await aFront({ clock: { now: () => now } });
});
afterAll(() => front.stop());

async function aFilerWith(filer: Filer): Promise<{ filer: Filer; credential: MadeApiCredential }> {
  await haveSignedIn(front.platform, filer);
  return { filer, credential: await aCredential(front.platform, filer) };
}
/** Asks as a client library does. */
async function granted({ id, secret }: MadeApiCredential, how = ClientSecretBasic): Promise<string> {
  const server = { issuer: front.baseUrl, token_endpoint: `${front.baseUrl}/auth/token` };
  const configuration = new Configuration(server, id, undefined, how(secret));
  allowInsecureRequests(configuration);
  const tokens = await clientCredentialsGrant(configuration);
  expect(tokens).toMatchObject({ token_type: 'bearer', expires_in: 300 });
  return tokens.access_token;
}
const ask = (form: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(new URL('/auth/token', front.baseUrl), { method: 'POST', headers, body: new URLSearchParams(form) });
const signedInWith = ({ id, secret = '' }: MadeApiCredential) => ({
  grant_type: 'client_credentials',
  client_id: id,
  client_secret: secret,
});
const call = (token: string, path: string, method = 'GET', body?: object) =>
  fetch(new URL(path, front.baseUrl), {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': newId() },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });

describe('a program', () => {
  it.each([
    ['HTTP Basic', ClientSecretBasic],
    ['the body', ClientSecretPost],
  ])('signs in with its credential in %s and acts for its account, which the audit chain says', async (_where, how) => {
    const { filer, credential } = await aFilerWith(aLegalPerson());
    const token = await granted(credential, how);
    expect(await json<Me>(await call(token, '/api/me'))).toMatchObject({ accountId: filer.accountId });
    const attachments = await unitPapers(front.platform, filer);
    const unit = { uscc: '91350100M000100Y43', type: 'enterprise', name: '福州某公司', headName: '王芳', attachments };
    const { id } = await json<{ id: string }>(await call(token, '/api/units', 'POST', unit), 201);
    const auditor = as(front.platform, aReviewer(organs.ministry, ['auditor']));
    const { items } = await json<{ items: AuditEntry[] }>(await auditor.get(`/api/review/audit?subject=${id}`));
    expect(items).toMatchObject([{ actor: { id: filer.accountId }, credentialId: credential.id }]);
    expect(items[0]?.data).not.toHaveProperty('credentialId');
  });

  it('gets a token that names the account and the credential, and no sign-in', async () => {
    const { filer, credential } = await aFilerWith(accountOf(somebody('张伟')));
    const actor = await testVerifier(await granted(credential));
    expect(actor).toEqual({
      kind: 'personal',
      accountId: filer.accountId,
      via: { credentialId: credential.id },
      personHashes: filer.personHashes,
    });
  });

  it('may not do what needs a person', async () => {
    const { credential } = await aFilerWith(aLegalPerson());
    const token = await granted(credential);
    const cancelled = { filingNumber: '440305000000001', reason: '拆除', confirmed: true };
    for (const answer of [
      await call(token, '/api/me/api-credentials', 'POST', { name: '又一个' }),
      await call(token, '/api/me/sessions', 'DELETE'),
      await call(token, '/api/applications', 'POST', { kind: 'cancellation', ...cancelled }),
    ]) {
      const { code, detail } = (await answer.json()) as ProblemDetails;
      expect({ status: answer.status, code }).toEqual({ status: 403, code: 'auth.program-not-allowed' });
      expect(detail).toContain('本人登录');
    }
  });

  it('goes on when its account signs out everywhere, and is stopped at the door when its credential is revoked', async () => {
    const { filer, credential } = await aFilerWith(aLegalPerson());
    const owner = as({ app: front.platform.identityApp }, filer);
    expect((await owner.delete('/api/me/sessions')).status).toBe(204);
    const token = await granted(credential);
    await json(await owner.post(`/api/me/api-credentials/${credential.id}/revocation`));
    expect((await ask(signedInWith(credential))).status).toBe(401);
    // What it has in its hand lasts for its five minutes.
    expect((await call(token, '/api/me')).status).toBe(200);
  });

  it('is seen to have come in, to the minute', async () => {
    const { filer, credential } = await aFilerWith(aLegalPerson());
    const began = now;
    const used = async () => {
      const { items } = await json<{ items: ApiCredential[] }>(
        await as({ app: front.platform.identityApp }, filer).get('/api/me/api-credentials'),
      );
      return items[0]?.lastUsedAt;
    };
    expect(await used()).toBeUndefined();
    await granted(credential);
    expect(await used()).toBe(began.toISOString());
    now = new Date(began.getTime() + 59_000);
    await granted(credential);
    expect(await used()).toBe(began.toISOString());
    now = new Date(began.getTime() + 61_000);
    await granted(credential);
    expect(await used()).toBe(now.toISOString());
    now = began;
  });

  it('sends no cookie, and one that it sends gets in nobody’s way', async () => {
    const { credential } = await aFilerWith(aLegalPerson());
    const answer = await ask(signedInWith(credential), { cookie: 'lb=7; beian_session=somebody', origin: 'null' });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });
});

describe('a token is refused', () => {
  const statusAndError = async (answer: Response) => {
    const { error, code, title } = (await answer.json()) as ProblemDetails & { error: string };
    expect(title.length).toBeGreaterThan(0);
    expect(answer.headers.get('content-type')).toContain('application/json');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    return { status: answer.status, error, code };
  };
  const invalidClient = { status: 401, error: 'invalid_client', code: 'auth.client-invalid' };

  it.each([
    [{ grant_type: 'password' }, { status: 400, error: 'unsupported_grant_type', code: 'auth.grant-unsupported' }],
    [{ scope: 'all' }, { status: 400, error: 'invalid_scope', code: 'auth.scope-invalid' }],
    [{ grant_type: '' }, { status: 400, error: 'invalid_request', code: 'auth.token-request-invalid' }],
  ])('to %o, in the words of RFC 6749 beside those of a problem', async (wrong, expected) => {
    const { credential } = await aFilerWith(aLegalPerson());
    expect(await statusAndError(await ask({ ...signedInWith(credential), ...wrong }))).toEqual(expected);
  });

  it('to whom is unknown, wrong, expired, revoked, suspended or staff, all with the same words', async () => {
    const unknown = { id: newId(), secret: 'x'.repeat(43) };
    const made = (await aFilerWith(aLegalPerson())).credential;
    const { filer, credential: revoked } = await aFilerWith(aLegalPerson());
    await json(
      await as({ app: front.platform.identityApp }, filer).post(`/api/me/api-credentials/${revoked.id}/revocation`),
    );
    const { filer: someone, credential: suspended } = await aFilerWith(aLegalPerson());
    const set = (sql: string, ...values: string[]) => front.platform.identity.orm.em.fork().execute(sql, values, 'run');
    await set(
      `update account set suspended_at = now(), suspended_by = '000000-001', suspension_reason = 'x' where id = ?`,
      someone.accountId,
    );
    const { credential: expired } = await aFilerWith(aLegalPerson());
    await set(
      `update api_credential set created_at = now() - interval '2 days', valid_until = now() - interval '1 day' where id = ?`,
      expired.id,
    );
    const { filer: officer, credential: ofStaff } = await aFilerWith(aLegalPerson());
    await set(`update account set kind = 'staff' where id = ?`, officer.accountId);
    const bodies = new Set<string>();
    const wrong = { ...made, secret: unknown.secret };
    const noId = { ...made, id: "' or 1=1" };
    for (const one of [unknown, wrong, revoked, suspended, expired, ofStaff, noId]) {
      const answer = await ask(signedInWith(one as MadeApiCredential), { 'x-request-id': 'the-same-one' });
      expect(answer.headers.get('www-authenticate')).toMatch(/^Basic realm=/);
      bodies.add(await answer.clone().text());
      expect(await statusAndError(answer)).toEqual(invalidClient);
    }
    expect(bodies.size).toBe(1);
  });

  it('after the same statements, whether its credential is unknown or its secret wrong', async () => {
    const statements: string[] = [];
    const onStatement = (sql: string) => void statements.push(sql.replace(/'.*?'|\[(took|Query).*/g, ''));
    const orm = await databaseOfThisTest({ ...schema, onStatement });
    const identity = { ...front.platform.identity, orm };
    const filer = aLegalPerson();
    await haveSignedIn({ identity }, filer);
    const { id } = await aCredential({ identityApp: createIdentityApp(identity) }, filer);
    const asked = async (clientId: string) => {
      statements.length = 0;
      const refused = grantToken(identity, { clientId, secret: 'guessed' });
      await expect(refused).rejects.toMatchObject({ code: 'auth.client-invalid' });
      return [...statements];
    };
    const wrong = await asked(id);
    expect(wrong).toHaveLength(3);
    expect(await asked(newId())).toEqual(wrong);
    expect(await asked('no id at all')).toEqual(wrong);
  });

  it('in a way that a client library understands', async () => {
    const { credential } = await aFilerWith(aLegalPerson());
    await expect(granted({ ...credential, secret: 'guessed' })).rejects.toMatchObject({
      code: 'OAUTH_WWW_AUTHENTICATE_CHALLENGE',
      cause: [{ scheme: 'basic' }],
    });
    const server = { issuer: front.baseUrl, token_endpoint: `${front.baseUrl}/auth/token` };
    const configuration = new Configuration(server, credential.id, undefined, ClientSecretBasic(credential.secret));
    allowInsecureRequests(configuration);
    await expect(clientCredentialsGrant(configuration, { scope: 'all' })).rejects.toMatchObject({
      error: 'invalid_scope',
    });
  });
});
