import type { ProblemCode } from '@beian/contracts/problems.ts';

/** What a program sends to POST /auth/token. */
export type TokenRequest = { authorization: string | undefined; contentType: string | undefined; body: string };
export type ClientCredentials = { clientId: string; secret: string };

/**
 * The credential of a token request (RFC 6749, 4.4.2), or why there is none. It comes in the Authorization header or in the body, not in
 * both (2.3); a parameter is there once, one without a value is not there, an unknown one is passed over (3.2).
 */
export function readTokenRequest({ authorization, contentType, body }: TokenRequest): ClientCredentials | ProblemCode {
  if (!/^application\/x-www-form-urlencoded\s*(;|$)/i.test(contentType ?? '')) return 'auth.token-request-invalid';
  const form = new URLSearchParams(body);
  if (new Set(form.keys()).size !== form.size) return 'auth.token-request-invalid';
  const value = (name: string) => form.get(name) || undefined;
  const grant = value('grant_type');
  if (grant === undefined) return 'auth.token-request-invalid';
  const credentials = credentialsOf(authorization, { clientId: value('client_id'), secret: value('client_secret') });
  if (typeof credentials === 'string') return credentials;
  if (grant !== 'client_credentials') return 'auth.grant-unsupported';
  return value('scope') === undefined ? credentials : 'auth.scope-invalid';
}

function credentialsOf(
  authorization: string | undefined,
  { clientId, secret }: Partial<ClientCredentials>,
): ClientCredentials | ProblemCode {
  const [, encoded] = /^basic +(\S+)$/i.exec(authorization ?? '') ?? [];
  if (encoded === undefined) return clientId && secret ? { clientId, secret } : 'auth.client-invalid';
  const basic = basicOf(encoded);
  if (secret || (clientId && clientId !== basic?.clientId)) return 'auth.token-request-invalid';
  return basic ?? 'auth.client-invalid';
}

/** Id and secret of HTTP Basic, each form-encoded in it (2.3.1): libraries write the hyphens of an id as %2D. */
function basicOf(encoded: string): ClientCredentials | undefined {
  const [, id, secret] = /^([^:]+):(.+)$/s.exec(Buffer.from(encoded, 'base64').toString()) ?? [];
  return id && secret ? { clientId: formDecoded(id), secret: formDecoded(secret) } : undefined;
}

const formDecoded = (text: string): string => new URLSearchParams(`v=${text.replaceAll('&', '%26')}`).get('v') ?? '';
