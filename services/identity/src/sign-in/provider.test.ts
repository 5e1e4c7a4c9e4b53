import { createServer, type Server } from 'node:http';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openProvider } from './provider.ts';
import { listening } from '@beian/testkit/listening.ts';

const claims = { signed_in_as: 'personal', name: '张伟', phone_number: '13800138001', id_number: '110101199003070011' };
const attempt = { state: 'state', nonce: 'nonce', verifier: 'v'.repeat(43) };
const client = {
  clientId: 'beian',
  clientSecret: 'a secret of the tests',
  redirectUri: 'http://localhost/auth/callback',
};

/** Who stands between identity and the sign-in: answers with the keys of the one and a token that it signs as it likes. */
let server: Server;
let issuer: string;
let token: () => Promise<string>;
let keys: Record<'its' | 'another', Awaited<ReturnType<typeof generateKeyPair>>['privateKey']>;
beforeAll(async () => {
  const [its, another] = [await generateKeyPair('RS256', { extractable: true }), await generateKeyPair('RS256')];
  keys = { its: its.privateKey, another: another.privateKey };
  const jwk = { ...(await exportJWK(its.publicKey)), kid: 'its', alg: 'RS256', use: 'sig' };
  server = createServer((request, response) => {
    const answer = async () => {
      if (request.url === '/jwks') return { keys: [jwk] };
      if (request.url === '/token')
        return { access_token: 'none', token_type: 'bearer', expires_in: 300, id_token: await token() };
      const endpoints = { authorization_endpoint: `${issuer}/auth`, token_endpoint: `${issuer}/token` };
      return { issuer, jwks_uri: `${issuer}/jwks`, ...endpoints, id_token_signing_alg_values_supported: ['RS256'] };
    };
    void answer().then((body) => response.setHeader('content-type', 'application/json').end(JSON.stringify(body)));
  });
  issuer = await listening(server);
});
afterAll(() => void server.close());

const signed = (key: (typeof keys)['its'], { audience = client.clientId, nonce = attempt.nonce } = {}) =>
  new SignJWT({ ...claims, nonce })
    .setProtectedHeader({ alg: 'RS256', kid: 'its' })
    .setIssuer(issuer)
    .setAudience(audience)
    .setSubject('zhangwei')
    .setIssuedAt()
    .setExpirationTime('5m')
    .sign(key);
const person = () =>
  openProvider({ issuer, ...client }).person(new URL(`${client.redirectUri}?code=c&state=${attempt.state}`), attempt);

describe('the token of a person', () => {
  it('is taken from the sign-in', async () => {
    token = () => signed(keys.its);
    expect(await person()).toMatchObject({ ...claims, sub: 'zhangwei' });
  });

  it.each<[string, () => Promise<string>]>([
    ['signed by somebody else', () => signed(keys.another)],
    ['for another client', () => signed(keys.its, { audience: 'another' })],
    ['of another attempt', () => signed(keys.its, { nonce: 'another' })],
    ['without a signature', async () => `${(await signed(keys.its)).split('.').slice(0, 2).join('.')}.`],
  ])('%s is refused', async (_what, forged) => {
    token = forged;
    await expect(person()).rejects.toMatchObject({ code: 'auth.sign-in-failed' });
  });
});
