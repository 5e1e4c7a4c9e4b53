import { generateKeyPairSync, randomBytes } from 'node:crypto';
import Provider, { type Configuration } from 'oidc-provider';
import { seededPeople } from './people.ts';

export type SsoOptions = { issuer: string; clientId: string; clientSecret: string; redirectUris: string[] };

const personClaims = [
  'name',
  'phone_number',
  'id_number',
  'uscc',
  'org_name',
  'staff_no',
  'roles',
  'organ_code',
  'signed_in_as',
];

/**
 * The stand-in for the national sign-in: an OpenID provider whose only client is ours, with the seeded people. Its sessions and keys
 * live in memory, so a restart signs everybody out there; sessions of the platform itself are not touched by that.
 */
export function createProvider({ issuer, clientId, clientSecret, redirectUris }: SsoOptions): Provider {
  const key = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' });
  const configuration: Configuration = {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: redirectUris,
        grant_types: ['authorization_code'],
        response_types: ['code'],
        scope: 'openid person',
      },
    ],
    // Another key has another name, or whoever keeps the old one would not look again.
    jwks: { keys: [{ ...key, kid: randomBytes(8).toString('hex'), use: 'sig', alg: 'RS256' }] },
    cookies: { keys: [randomBytes(32).toString('base64url')] },
    // What a person is belongs into the token that identity reads: one call fewer.
    conformIdTokenClaims: false,
    claims: { openid: ['sub'], person: personClaims },
    scopes: ['openid', 'person'],
    extraParams: ['as'],
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_ctx, interaction) => `/interaction/${interaction.uid}` },
    pkce: { required: () => true },
    ttl: { Session: 3600, Interaction: 600, Grant: 3600, AccessToken: 300, IdToken: 300, AuthorizationCode: 60 },
    findAccount: (_ctx, sub) => {
      const known = seededPeople.find((one) => one.claims.sub === sub);
      return known && { accountId: sub, claims: () => ({ ...known.claims, signed_in_as: known.as }) };
    },
    // Our own platform is no third party: nobody is asked for consent.
    loadExistingGrant: async (ctx) => {
      const { provider, session, client } = ctx.oidc;
      if (!session?.accountId || !client) return undefined;
      const grant = new provider.Grant({ accountId: session.accountId, clientId: client.clientId });
      grant.addOIDCScope('openid person');
      grant.addOIDCClaims(personClaims);
      await grant.save();
      return grant;
    },
  };
  return new Provider(issuer, configuration);
}
