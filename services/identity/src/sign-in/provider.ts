import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  ClientSecretBasic,
  discovery,
  enableNonRepudiationChecks,
  type Configuration,
} from 'openid-client';
import { problem } from '@beian/service-kit/problem.ts';
import { PersonClaims, type SignInAs } from './person-claims.ts';

export type ProviderOptions = { issuer: string; clientId: string; clientSecret: string; redirectUri: string };
export type Attempt = { state: string; nonce: string; verifier: string };

/** The OpenID provider behind the sign-in: authorization code with PKCE, state and nonce (RFC 9700). */
export type SignInProvider = {
  /** Where the browser goes to sign in. */
  signInUrl(attempt: Attempt & { as: SignInAs }): Promise<URL>;
  /** Exchanges the code of the call-back for the person. Throws `auth.sign-in-failed` for anything that does not fit the attempt. */
  person(callback: URL, attempt: Attempt): Promise<PersonClaims>;
};

/** The provider by discovery: asked for when first needed, and again after a failure, so that this service starts without it. */
export function openProvider({ issuer, clientId, clientSecret, redirectUri }: ProviderOptions): SignInProvider {
  let known: Promise<Configuration> | undefined;
  const url = new URL(issuer);
  // Plain HTTP is for the stand-in on the same machine only.
  const local = url.protocol === 'http:' && ['localhost', '127.0.0.1'].includes(url.hostname);
  const discovered = (): Promise<Configuration> => {
    known ??= discovery(url, clientId, undefined, ClientSecretBasic(clientSecret), {
      // The person's token is believed for its signature, not for the connection that it came through.
      execute: [enableNonRepudiationChecks, ...(local ? [allowInsecureRequests] : [])],
      timeout: 5,
    }).catch((cause: unknown) => {
      known = undefined;
      throw problem('upstream.unavailable', { params: { service: 'sign-in' }, cause });
    });
    return known;
  };
  return {
    signInUrl: async ({ state, nonce, verifier, as }) =>
      buildAuthorizationUrl(await discovered(), {
        redirect_uri: redirectUri,
        scope: 'openid person',
        code_challenge: await calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        state,
        nonce,
        as,
        prompt: 'login',
      }),
    person: async (callback, { state, nonce, verifier }) => {
      const configuration = await discovered();
      const tokens = await authorizationCodeGrant(configuration, callback, {
        pkceCodeVerifier: verifier,
        expectedState: state,
        expectedNonce: nonce,
        idTokenExpected: true,
      }).catch((cause: unknown) => {
        throw problem('auth.sign-in-failed', { cause });
      });
      const claims = PersonClaims.safeParse(tokens.claims());
      if (!claims.success) throw problem('auth.sign-in-failed');
      return claims.data;
    },
  };
}
