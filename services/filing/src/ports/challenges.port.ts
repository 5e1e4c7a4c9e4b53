import type { CaptchaPurpose } from '@beian/contracts/public-register.ts';
import { problem } from '@beian/service-kit/problem.ts';

/** What filing asks of the public query: its captcha. */
export type ChallengesPort = {
  /** Uses a solved challenge up for what it was made for: `captcha.invalid` or, the second time, `captcha.used`. */
  use(captcha: string, purpose: CaptchaPurpose): Promise<void>;
};

/** The port over HTTP, with this service's own token. Without an answer within `patienceMs` it is `upstream.unavailable`. */
export const challengesPort = (
  publicQueryUrl: string,
  ownToken: () => Promise<string>,
  patienceMs = 5000,
): ChallengesPort => ({
  use: async (captcha, purpose) => {
    const response = await fetch(new URL('/internal/challenges/use', publicQueryUrl), {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${await ownToken()}` },
      body: JSON.stringify({ captcha, purpose }),
      signal: AbortSignal.timeout(patienceMs),
    }).catch((cause: unknown) => {
      throw problem('upstream.unavailable', { params: { service: 'public-query' }, cause });
    });
    if (response.ok) return;
    if (response.status !== 422) throw problem('upstream.unavailable', { params: { service: 'public-query' } });
    const { code } = (await response.json()) as { code?: string };
    throw problem(code === 'captcha.used' ? 'captcha.used' : 'captcha.invalid');
  },
});
