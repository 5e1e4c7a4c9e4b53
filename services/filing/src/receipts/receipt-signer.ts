import { createHash, createPrivateKey, createPublicKey, type JsonWebKey, type KeyObject } from 'node:crypto';
import { createLocalJWKSet, errors, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import { ReceiptFacts, type ReceiptKeys } from '@beian/contracts/receipts.ts';
import { problem } from '@beian/service-kit/problem.ts';

type Unsigned<T> = T extends unknown ? Omit<T, 'signedAt'> : never;
/** What is signed; the time comes with the signature. */
export type Facts = Unsigned<ReceiptFacts>;

/** Signs receipts and checks signatures; `keys` is what whoever checks without the platform needs. */
export type ReceiptSigner = {
  keys: ReceiptKeys;
  /** A JWS (RFC 7515, EdDSA) over the facts; with `file` also over the SHA-256 of the bytes before it. */
  sign(facts: Facts, at: Date, file?: string): Promise<string>;
  /** What a token says; `receipt.invalid` when it is not one of ours. */
  verify(token: string): Promise<ReceiptFacts>;
};

const token = { algorithm: 'EdDSA', type: 'beian-receipt+jwt' } as const;
const Claims = z.object({
  sub: z.string(),
  iat: z.number(),
  facts: z.looseObject({}),
});

/**
 * A signer with an Ed25519 key (PKCS #8 PEM). `former` are the public keys that it followed: what they have signed stays good, so they
 * stay published. A receipt has no end: it says how things were when it was signed.
 */
export function receiptSigner(options: { privateKey: string; former?: ReceiptKeys; issuer: string }): ReceiptSigner {
  const privateKey = createPrivateKey(options.privateKey);
  const current = published(createPublicKey(privateKey));
  const keys = { keys: [current, ...(options.former?.keys ?? [])] };
  const known = createLocalJWKSet(keys);
  // Not the issuer: the platform may move to another address, and its receipts stay good.
  const checks = { algorithms: [token.algorithm], typ: token.type };
  return {
    keys,
    sign: ({ number, ...facts }, at, file) =>
      new SignJWT({ facts, ...(file === undefined ? {} : { file }) })
        .setProtectedHeader({ alg: token.algorithm, kid: current.kid, typ: token.type })
        .setIssuer(options.issuer)
        .setSubject(number)
        .setIssuedAt(at)
        .sign(privateKey),
    verify: async (text) => {
      try {
        const { payload } = await jwtVerify(text, known, checks);
        const { sub, iat, facts } = Claims.parse(payload);
        return ReceiptFacts.parse({ ...facts, number: sub, signedAt: new Date(iat * 1000).toISOString() });
      } catch (cause) {
        if (cause instanceof errors.JOSEError || cause instanceof z.ZodError)
          throw problem('receipt.invalid', { cause });
        throw cause;
      }
    },
  };
}

/** A public key as it is published; its id is drawn from it, so that a key has the same id everywhere. */
function published(key: KeyObject): ReceiptKeys['keys'][number] {
  const { x = '' }: JsonWebKey = key.export({ format: 'jwk' });
  const kid = createHash('sha256').update(x).digest('base64url').slice(0, 16);
  return { kty: 'OKP', crv: 'Ed25519', x, kid, use: 'sig', alg: token.algorithm };
}
