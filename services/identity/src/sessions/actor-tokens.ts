import { createHash, createPrivateKey, createPublicKey } from 'node:crypto';
import { SignJWT, type JWK } from 'jose';
import { actorTokens, type Actor } from '@beian/service-kit/actor.ts';
import type { ActorToken } from './resolve-session.ts';

/** Signs actor tokens with the Ed25519 key (PKCS #8 PEM); `jwks` is its public half for every other service. */
export function actorTokenSigner(privateKeyPem: string): {
  sign: (actor: Actor) => Promise<ActorToken>;
  jwks: { keys: JWK[] };
} {
  const privateKey = createPrivateKey(privateKeyPem);
  const jwk = createPublicKey(privateKey).export({ format: 'jwk' });
  const kid = createHash('sha256').update(String(jwk.x)).digest('base64url').slice(0, 16);
  const { algorithm, issuer, audience, minutes, staffMinutes } = actorTokens;
  return {
    sign: async (actor) => {
      const lasting = actor.kind === 'staff' ? staffMinutes : minutes;
      const expires = Math.floor(Date.now() / 1000) + lasting * 60;
      const token = await new SignJWT({ actor })
        .setProtectedHeader({ alg: algorithm, kid })
        .setIssuer(issuer)
        .setAudience(audience)
        .setIssuedAt()
        .setExpirationTime(expires)
        .sign(privateKey);
      return { token, expiresAt: new Date(expires * 1000).toISOString() };
    },
    jwks: { keys: [{ ...jwk, kid, use: 'sig', alg: algorithm } as JWK] },
  };
}
