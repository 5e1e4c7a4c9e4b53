import { randomNonce, randomPKCECodeVerifier, randomState } from 'openid-client';
import { mutate } from '@beian/service-kit/mutate.ts';
import type { Deps } from '../deps.ts';
import { secretHash, newSecret } from '../sessions/secrets.ts';
import { SignInEntity } from '../sessions/session.entity.ts';
import type { SignInAs } from './person-claims.ts';

const attemptMs = 10 * 60_000;

/** A path of ours and nothing else: never another site's address. Browsers drop tabs and line breaks: `/\t/there` leads to `//there`. */
export const safeReturnTo = (given: string | undefined, as: SignInAs): string =>
  given !== undefined && /^\/(?![/\\])\P{Cc}{0,500}$/u.test(given) ? given : as === 'staff' ? '/review/' : '/';

/** 登录 (M001–M004): where to send the browser, and the secret that its cookie keeps until it comes back (10 min). */
export async function beginSignIn(
  deps: Deps,
  { as, returnTo }: { as: SignInAs; returnTo: string },
): Promise<{ url: URL; browser: string }> {
  const attempt = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
  const url = await deps.provider.signInUrl({ ...attempt, as });
  const browser = newSecret();
  await mutate(deps, { kind: 'nobody' }, { action: 'sign-in.begin' }, async (change) => {
    await change.em.nativeDelete(SignInEntity, { expiresAt: { $lte: change.now } });
    change.create(SignInEntity, {
      stateHash: secretHash(attempt.state),
      browserHash: secretHash(browser),
      verifier: attempt.verifier,
      nonce: attempt.nonce,
      returnTo,
      signsInAs: as,
      expiresAt: new Date(change.now.getTime() + attemptMs),
    });
    change.record({ subject: 'sign-in', data: { as } });
  });
  return { url, browser };
}
