import { solveChallenge, type Challenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import type { CaptchaPurpose } from '@beian/contracts/public-register.ts';
import type { aPublicQuery } from './public-query.ts';

/** A solved challenge, as the page's widget sends it. */
export async function aCaptcha(
  { app }: Pick<Awaited<ReturnType<typeof aPublicQuery>>, 'app'>,
  purpose: CaptchaPurpose,
): Promise<string> {
  const issued = await app.request(`/api/public/challenges?for=${purpose}`, { method: 'POST' });
  const challenge = (await issued.json()) as Challenge;
  const solution = await solveChallenge({ challenge, deriveKey });
  return Buffer.from(JSON.stringify({ challenge, solution })).toString('base64');
}
