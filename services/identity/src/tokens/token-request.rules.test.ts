import { describe, expect, it } from 'vitest';
import { readTokenRequest } from './token-request.rules.ts';

const credential = { clientId: '0199b2d6-3c5e-7b1a-8f2e-1f0a5f1c2b3d', secret: 'a-secret_of+the&tests=%' };
const form = { grant_type: 'client_credentials' };
const inBody = { ...form, client_id: credential.clientId, client_secret: credential.secret };
const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`;
const encoded = `${credential.clientId.replaceAll('-', '%2D')}:a%2Dsecret%5Fof%2Bthe%26tests%3D%25`;

const read = (body: Record<string, string> | string, authorization?: string, contentType = type) =>
  readTokenRequest({ authorization, contentType, body: new URLSearchParams(body).toString() });
const type = 'application/x-www-form-urlencoded';

describe('the credential of a token request', () => {
  it.each([
    ['in the body', inBody, undefined],
    ['in HTTP Basic, form-encoded', form, basic(encoded)],
    ['in HTTP Basic, whose name is written in small letters', form, basic(encoded).replace('Basic', 'basic')],
    ['in HTTP Basic, with its id in the body too', { ...form, client_id: credential.clientId }, basic(encoded)],
    ['beside parameters that nobody knows', { ...inBody, resource: 'https://beian.example' }, undefined],
    ['beside parameters without a value', { ...inBody, scope: '' }, undefined],
    ['beside an authorization that is no client’s', inBody, 'Bearer abc'],
  ])('is read %s', (_where, body, authorization) => {
    expect(read(body, authorization)).toEqual(credential);
    expect(read(body, authorization, `${type}; charset=UTF-8`)).toEqual(credential);
  });

  it('may have spaces in HTTP Basic, written as a form does', () => {
    expect(read(form, basic('some+id:a+b%20c'))).toEqual({ clientId: 'some id', secret: 'a b c' });
  });

  it.each([
    ['no grant', { client_id: 'a', client_secret: 'b' }, undefined, 'auth.token-request-invalid'],
    ['another grant', { ...inBody, grant_type: 'password' }, undefined, 'auth.grant-unsupported'],
    ['a scope', { ...inBody, scope: 'filings' }, undefined, 'auth.scope-invalid'],
    ['a parameter twice', `${new URLSearchParams(inBody)}&client_id=b`, undefined, 'auth.token-request-invalid'],
    ['a secret in both places', inBody, basic(encoded), 'auth.token-request-invalid'],
    ['two ids', { ...form, client_id: 'another' }, basic(encoded), 'auth.token-request-invalid'],
    ['no credential', form, undefined, 'auth.client-invalid'],
    ['half a credential', { ...form, client_id: 'a' }, undefined, 'auth.client-invalid'],
    ['Basic without a colon', form, basic('abc'), 'auth.client-invalid'],
    ['Basic that is none', form, 'Basic ???', 'auth.client-invalid'],
  ])('with %s is refused', (_what, body, authorization, code) => {
    expect(read(body, authorization)).toBe(code);
  });

  it('in a body of another type is not read', () => {
    expect(read(inBody, undefined, 'application/json')).toBe('auth.token-request-invalid');
  });
});
