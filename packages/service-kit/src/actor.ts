import type { MiddlewareHandler } from 'hono';
import { createRemoteJWKSet, decodeJwt, errors, jwtVerify, SignJWT, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import { Uscc } from '@beian/contracts/common.ts';
import { SharingArea } from '@beian/contracts/sharing.ts';
import { organLevels, staffRoles, type StaffRole } from '@beian/contracts/vocabulary.ts';
import { problem } from './problem.ts';

/** When the person last proved who they are: what cannot be undone asks for a recent proof. A program has none. */
const signedInAt = z.iso.datetime().optional();

/** By which API credential a program acts for the account; absent when the person does. */
const via = z.object({ credentialId: z.uuid() }).optional();

/**
 * Keyed hashes of the person at the keyboard, one under each key (`personHashes`), for what waits for a person rather than for an account
 * (G5), and so that staff does not decide about the own matter. Not reversible without the key.
 */
const personHashes = z.array(z.string()).optional();

/** Who acts. Every write and every audit row has one. */
export const Actor = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('personal'), accountId: z.uuid(), signedInAt, via, personHashes }),
  z.object({ kind: z.literal('legal_person'), accountId: z.uuid(), uscc: Uscc, signedInAt, via, personHashes }),
  z.object({
    kind: z.literal('staff'),
    accountId: z.uuid(),
    staffNo: z.string(),
    roles: z.array(z.enum(staffRoles)),
    organ: z.object({ code: z.string(), name: z.string(), level: z.enum(organLevels), divisionCode: z.string() }),
    personHashes,
  }),
  z.object({
    kind: z.literal('department'),
    credentialId: z.uuid(),
    department: z.string(),
    purpose: z.string(),
    area: SharingArea,
  }),
  z.object({ kind: z.literal('service'), name: z.string() }),
  z.object({ kind: z.literal('system'), name: z.string() }),
  z.object({ kind: z.literal('nobody') }),
]);
export type Actor = z.infer<typeof Actor>;
export type Filer = Extract<Actor, { kind: 'personal' | 'legal_person' }>;
export type Staff = Extract<Actor, { kind: 'staff' }>;
/** Another department that asks what is filed: within its area, for the purpose that its credential was made for (0045). */
export type Department = Extract<Actor, { kind: 'department' }>;

export const actorTokens = {
  issuer: 'beian-identity',
  audience: 'beian',
  algorithm: 'EdDSA',
  minutes: 5,
  // Who is suspended has no longer than this, wherever their last token went.
  staffMinutes: 1,
} as const;
const serviceTokens = { issuer: 'beian-service', audience: 'beian-service', algorithm: 'HS256' } as const;

export type VerifyActor = (token: string) => Promise<Actor>;

/**
 * Checks a bearer token: an actor token of identity (Ed25519, its JWKS) or a service token (shared secret).
 * Throws `auth.token-invalid`, or `upstream.unavailable` when the JWKS cannot be read.
 */
export function verifyActorToken(options: {
  serviceSecret: string;
  identityUrl?: string;
  keys?: JWTVerifyGetKey;
}): VerifyActor {
  const keys = options.keys ?? createRemoteJWKSet(new URL('/.well-known/jwks.json', options.identityUrl));
  const secret = new TextEncoder().encode(options.serviceSecret);
  return async (token) => {
    try {
      if (isServiceToken(token)) {
        const { payload } = await jwtVerify(token, secret, { ...serviceTokens, algorithms: [serviceTokens.algorithm] });
        return { kind: 'service', name: z.string().parse(payload.sub) };
      }
      const { payload } = await jwtVerify(token, keys, { ...actorTokens, algorithms: [actorTokens.algorithm] });
      return Actor.parse(payload['actor']);
    } catch (cause) {
      const known = cause instanceof errors.JOSEError && !(cause instanceof errors.JWKSTimeout);
      if (known || cause instanceof z.ZodError) throw problem('auth.token-invalid', { cause });
      throw problem('upstream.unavailable', { params: { service: 'identity' }, cause });
    }
  };
}

// Only chooses the verifier: the signature is checked against that verifier's key and algorithm.
const isServiceToken = (token: string): boolean =>
  Buffer.from(token.split('.')[0] ?? '', 'base64url')
    .toString()
    .includes(`"${serviceTokens.algorithm}"`);

/** When a verified token ends: an answer that goes on for long ends with it. */
export const endOfToken = (token: string): Date => new Date((decodeJwt(token).exp ?? 0) * 1000);

/** A token by which one service calls another; valid for a minute. */
export const serviceToken = (name: string, secret: string): Promise<string> =>
  new SignJWT({})
    .setProtectedHeader({ alg: serviceTokens.algorithm })
    .setSubject(name)
    .setIssuer(serviceTokens.issuer)
    .setAudience(serviceTokens.audience)
    .setIssuedAt()
    .setExpirationTime('1m')
    .sign(new TextEncoder().encode(secret));

/** Sets `c.var.actor`; nobody when there is no Authorization header. */
export const authenticate =
  (verify: VerifyActor): MiddlewareHandler<{ Variables: { actor: Actor; token: string } }> =>
  async (c, next) => {
    const token = /^Bearer (.+)$/.exec(c.req.header('authorization') ?? '')?.[1];
    c.set('token', token ?? '');
    c.set('actor', token === undefined ? { kind: 'nobody' } : await verify(token));
    await next();
  };

const signedIn = (actor: Actor) => {
  if (actor.kind === 'nobody') throw problem('auth.required');
  return actor;
};

/** A personal or legal-person user; 401 without sign-in, 403 for anyone else. */
export function requireFiler(actor: Actor): Filer {
  const someone = signedIn(actor);
  if (someone.kind === 'personal' || someone.kind === 'legal_person') return someone;
  throw problem('auth.forbidden');
}

/** A filer, or staff that takes papers in: who may upload. */
export function requireUploader(actor: Actor): Filer | Staff {
  if (actor.kind !== 'staff') return requireFiler(actor);
  return requireStaff(actor, 'reviewer', 'senior_reviewer');
}

/** By what an actor is known in entries and logs: account, credential of a department, or name of a service; none of nobody. */
export function idOf(actor: Actor): string | undefined {
  if ('accountId' in actor) return actor.accountId;
  if ('credentialId' in actor) return actor.credentialId;
  return 'name' in actor ? actor.name : undefined;
}

/** The program that acts, if one does. */
export const viaOf = (actor: Actor): Filer['via'] => ('via' in actor ? actor.via : undefined);

/** Throws `auth.program-not-allowed` for a program: what is for the person whose account it is. */
export function requirePerson({ via }: Filer): void {
  if (via) throw problem('auth.program-not-allowed');
}

/** How long a sign-in is proof enough for what cannot be undone (I01 step-up). */
const stepUpMinutes = 10;

/** Throws `auth.step-up-required` unless the filer has signed in within the last 10 minutes, `auth.program-not-allowed` for a program. */
export function requireRecentSignIn(filer: Filer, now: Date): void {
  requirePerson(filer);
  const { signedInAt } = filer;
  if (signedInAt === undefined || now.getTime() - Date.parse(signedInAt) > stepUpMinutes * 60_000) {
    throw problem('auth.step-up-required', { params: { minutes: stepUpMinutes } });
  }
}

/** Staff with one of the roles (any role when none is named). */
export function requireStaff(actor: Actor, ...roles: StaffRole[]): Staff {
  const someone = signedIn(actor);
  if (someone.kind !== 'staff') throw problem('auth.forbidden');
  if (roles.length > 0 && !someone.roles.some((role) => roles.includes(role))) throw problem('auth.forbidden');
  return someone;
}

/** Another department, by its sharing credential. */
export function requireDepartment(actor: Actor): Department {
  const someone = signedIn(actor);
  if (someone.kind === 'department') return someone;
  throw problem('auth.forbidden');
}

/** Another service of the platform. */
export function requireService(actor: Actor): { kind: 'service'; name: string } {
  const someone = signedIn(actor);
  if (someone.kind === 'service') return someone;
  throw problem('auth.forbidden');
}
