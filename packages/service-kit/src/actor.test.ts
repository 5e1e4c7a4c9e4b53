import { createLocalJWKSet } from 'jose';
import { describe, expect, it } from 'vitest';
import { problems } from '@beian/contracts/problems.ts';
import {
  aLegalPerson,
  aPersonalUser,
  aProgramOf,
  aReviewer,
  serviceSecret,
  testVerifier,
  tokenOf,
} from '@beian/testkit/actors.ts';
import {
  endOfToken,
  requireFiler,
  requireRecentSignIn,
  requireService,
  requireStaff,
  serviceToken,
  verifyActorToken,
  type Actor,
} from './actor.ts';

const nobody: Actor = { kind: 'nobody' };
const service: Actor = { kind: 'service', name: 'filing' };

describe('a token', () => {
  it('names its actor, whole', async () => {
    for (const actor of [aPersonalUser(), aLegalPerson(), aProgramOf(aLegalPerson()), aReviewer()]) {
      expect(await testVerifier(await tokenOf(actor))).toEqual(actor);
    }
    expect(await testVerifier(await serviceToken('filing', serviceSecret))).toEqual(service);
  });

  it('says when it ends', async () => {
    const seconds = (endOfToken(await tokenOf(aPersonalUser(), '90s')).getTime() - Date.now()) / 1000;
    expect(seconds).toBeGreaterThan(85);
    expect(seconds).toBeLessThanOrEqual(90);
  });

  it('of another key, another secret, without a signature or past its time is invalid', async () => {
    const good = await tokenOf(aPersonalUser());
    const [head, body, signature] = good.split('.');
    const none = Buffer.from('{"alg":"none"}').toString('base64url');
    const forged = Buffer.from(JSON.stringify({ actor: aReviewer() })).toString('base64url');
    for (const token of [
      `${none}.${body}.`,
      `${head}.${forged}.${signature}`,
      await tokenOf(aPersonalUser(), '-1s'),
      await serviceToken('filing', 'another secret, also long enough for HS256'),
    ]) {
      await expect(testVerifier(token)).rejects.toMatchObject({ code: 'auth.token-invalid' });
    }
    const other = verifyActorToken({ serviceSecret, keys: createLocalJWKSet({ keys: [] }) });
    await expect(other(good)).rejects.toMatchObject({ code: 'auth.token-invalid' });
  });

  it('cannot be checked while identity is away, which is another thing than invalid', async () => {
    const verify = verifyActorToken({ serviceSecret, identityUrl: 'http://127.0.0.1:1' });
    await expect(verify(await tokenOf(aPersonalUser()))).rejects.toMatchObject({ code: 'upstream.unavailable' });
    expect(problems['upstream.unavailable'].status).toBe(503);
  });
});

describe('a right', () => {
  const filers: Actor[] = [aPersonalUser(), aLegalPerson()];
  const auditor: Actor = aReviewer(undefined, ['auditor']);
  const reviewer: Actor = aReviewer();

  it.each<[string, (actor: Actor) => unknown, Actor[], Actor[]]>([
    ['of filers', requireFiler, filers, [reviewer, service]],
    ['of staff', (actor) => requireStaff(actor), [reviewer, auditor], [...filers, service]],
    ['of reviewers', (actor) => requireStaff(actor, 'reviewer'), [reviewer], [...filers, auditor, service]],
    ['of services', requireService, [service], [...filers, reviewer]],
  ])('%s belongs to them alone', (_what, check, holders, others) => {
    for (const holder of holders) expect(check(holder)).toEqual(holder);
    for (const other of others) expect(() => check(other)).toThrow('auth.forbidden');
    expect(() => check(nobody)).toThrow('auth.required');
  });
});

describe('a recent sign-in', () => {
  const now = new Date();
  it('is one of the last ten minutes, of a person', () => {
    expect(() => requireRecentSignIn(aPersonalUser(now.toISOString()), now)).not.toThrow();
    const before = new Date(now.getTime() - 601_000).toISOString();
    expect(() => requireRecentSignIn(aPersonalUser(before), now)).toThrow('auth.step-up-required');
    const { signedInAt: _, ...never } = aPersonalUser();
    expect(() => requireRecentSignIn(never, now)).toThrow('auth.step-up-required');
    const program = { ...aProgramOf(never), signedInAt: now.toISOString() };
    expect(() => requireRecentSignIn(program, now)).toThrow('auth.program-not-allowed');
  });
});
