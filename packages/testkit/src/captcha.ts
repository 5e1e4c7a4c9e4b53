import { solveChallenge, type Challenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import type { aPublicQuery } from './public-query.ts';

/** A solved challenge, as the page's widget sends it. */
export async function aCaptcha({ app }: Pick<Awaited<ReturnType<typeof aPublicQuery>>, 'app'>): Promise<string> {
  const challenge = (await (await app.request('/api/public/challenges', { method: 'POST' })).json()) as Challenge;
  const solution = await solveChallenge({ challenge, deriveKey });
  return Buffer.from(JSON.stringify({ challenge, solution })).toString('base64');
}
