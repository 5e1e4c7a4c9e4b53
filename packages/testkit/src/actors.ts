import { generateKeyPairSync } from 'node:crypto';
import { createLocalJWKSet, SignJWT } from 'jose';
import type { OrganLevel, StaffRole } from '@beian/contracts/vocabulary.ts';
import { actorTokenSigner } from '@beian/identity/sessions/actor-tokens.ts';
import {
  actorTokens,
  serviceToken,
  verifyActorToken,
  type Actor,
  type Department,
  type Filer,
  type Staff,
} from '@beian/service-kit/actor.ts';
import { newId } from '@beian/service-kit/ids.ts';

const { privateKey } = generateKeyPairSync('ed25519');
/** The key of the tests, for an identity that runs as a process of its own. */
export const testSigningKey = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
/** Identity's signer with that key. */
export const testSigner = actorTokenSigner(testSigningKey);
/** Of the receipts that filing signs in tests. */
export const testReceiptKey = generateKeyPairSync('ed25519')
  .privateKey.export({ type: 'pkcs8', format: 'pem' })
  .toString();
const kid = testSigner.jwks.keys[0]?.kid;
export const serviceSecret = 'a secret of the tests, long enough for HS256';

/** Accepts the tokens that `bearer` signs, and service tokens. */
export const testVerifier = verifyActorToken({ serviceSecret, keys: createLocalJWKSet(testSigner.jwks) });

/** An actor token as identity would sign it. */
export const tokenOf = (actor: Actor, expires = '5m'): Promise<string> =>
  new SignJWT({ actor })
    .setProtectedHeader({ alg: actorTokens.algorithm, ...(kid === undefined ? {} : { kid }) })
    .setIssuer(actorTokens.issuer)
    .setAudience(actorTokens.audience)
    .setIssuedAt()
    .setExpirationTime(expires)
    .sign(privateKey);

/** Headers of a request by an actor: `app.request(path, { headers: await bearer(actor) })`. */
export async function bearer(actor: Actor): Promise<Record<string, string>> {
  const token = actor.kind === 'service' ? await serviceToken(actor.name, serviceSecret) : await tokenOf(actor);
  return { authorization: `Bearer ${token}` };
}

/** `signedInAt`: now, unless said otherwise. */
export const aPersonalUser = (signedInAt = new Date().toISOString()): Filer => ({
  kind: 'personal',
  accountId: newId(),
  signedInAt,
});
export const aLegalPerson = (uscc = '91350100M000100Y43'): Filer => ({
  kind: 'legal_person',
  accountId: newId(),
  uscc,
  signedInAt: new Date().toISOString(),
});

/** A program that acts for an account. */
export const aProgramOf = ({ signedInAt: _, ...filer }: Filer): Filer => ({ ...filer, via: { credentialId: newId() } });

/** Another department with a sharing credential, for Shenzhen unless said otherwise. */
export const aDepartment = (area = '4403'): Department => ({
  kind: 'department',
  credentialId: newId(),
  department: '深圳市市场监督管理局',
  purpose: '核对经营场所的备案情况',
  area,
});

export const organs = {
  nanshan: { code: '440305', name: '深圳市公安局南山分局', level: 'county', divisionCode: '440305' },
  futian: { code: '440304', name: '深圳市公安局福田分局', level: 'county', divisionCode: '440304' },
  shenzhen: { code: '440300', name: '深圳市公安局', level: 'city', divisionCode: '4403' },
  guangdong: { code: '440000', name: '广东省公安厅', level: 'province', divisionCode: '44' },
  ministry: { code: '000000', name: '公安部', level: 'national', divisionCode: '00' },
} as const satisfies Record<string, { code: string; name: string; level: OrganLevel; divisionCode: string }>;

let nextStaff = 1;
/** A member of an organ's staff, reviewer in Nanshan unless said otherwise. */
export const aReviewer = (organ: Staff['organ'] = organs.nanshan, roles: StaffRole[] = ['reviewer']): Staff => ({
  kind: 'staff',
  accountId: newId(),
  staffNo: `${organ.code}-${String(nextStaff++).padStart(3, '0')}`,
  roles,
  organ,
});

/** Runs the platform and keeps its directory. */
export const anOperator = (): Staff => aReviewer(organs.ministry, ['operator']);
