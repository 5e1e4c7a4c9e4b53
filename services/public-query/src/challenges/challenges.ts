import { createChallenge, randomInt, verifySolution, type Payload } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { CaptchaPurpose } from '@beian/contracts/public-register.ts';
import type { Clock } from '@beian/service-kit/clock.ts';
import { problem } from '@beian/service-kit/problem.ts';

const validMinutes = 10;
// Some 0.3 s of work for a browser; each try is one derivation of `cost` rounds.
const cost = 1000;
const tries = { least: 100, most: 400 };

const Challenge = z.looseObject({
  parameters: z.looseObject({
    nonce: z.string().min(16),
    expiresAt: z.number(),
    data: z.object({ purpose: CaptchaPurpose }),
  }),
  signature: z.string(),
});
const Solved = z.object({
  challenge: Challenge,
  solution: z.looseObject({ counter: z.int().min(0), derivedKey: z.string() }),
});

/** The captcha (M132): proof of work in altcha's format. It asks nothing of eyes or ears and tells nobody anything. */
export type Challenges = {
  issue(purpose: CaptchaPurpose): Promise<Record<string, unknown>>;
  /**
   * Checks a solution as the widget sends it (base64 of JSON): ours, for this purpose, not expired, solved. Answers what keeps it from
   * being used twice; `captcha.invalid` otherwise.
   */
  check(captcha: string, purpose: CaptchaPurpose): Promise<{ nonce: string; expiresAt: Date }>;
};

/** Challenges are signed, so that nothing is kept of them until they are used. */
export function openChallenges({ secret, clock }: { secret: string; clock: Clock }): Challenges {
  const key = (use: string) => createHmac('sha256', secret).update(use).digest('base64url');
  const keys = { hmacSignatureSecret: key('challenge'), hmacKeySignatureSecret: key('key') };
  return {
    issue: async (purpose) => ({
      ...(await createChallenge({
        algorithm: 'PBKDF2/SHA-256',
        cost,
        counter: randomInt(tries.least, tries.most),
        deriveKey,
        // By the system's clock, to which the library holds it as well.
        expiresAt: new Date(Date.now() + validMinutes * 60_000),
        data: { purpose },
        ...keys,
      })),
    }),
    check: async (captcha, purpose) => {
      const payload = Solved.safeParse(decoded(captcha));
      if (!payload.success) throw problem('captcha.invalid');
      const { nonce, expiresAt, data } = payload.data.challenge.parameters;
      const expired = expiresAt * 1000 <= clock.now().getTime();
      if (expired || data.purpose !== purpose) throw problem('captcha.invalid');
      const { challenge, solution } = payload.data as unknown as Payload;
      const result = await verifySolution({ challenge, solution, deriveKey, ...keys }).catch((cause: unknown) => {
        throw problem('captcha.invalid', { cause });
      });
      if (!result.verified) throw problem('captcha.invalid');
      return { nonce, expiresAt: new Date(expiresAt * 1000) };
    },
  };
}

function decoded(captcha: string): unknown {
  try {
    return JSON.parse(Buffer.from(captcha, 'base64').toString('utf8'));
  } catch {
    return undefined;
  }
}
