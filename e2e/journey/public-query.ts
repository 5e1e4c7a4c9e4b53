import { solveChallenge, type Challenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import type { CaptchaPurpose } from '@beian/contracts/public-register.ts';
import { eventually, type Session } from './session.ts';

/** A solved challenge, as the page's widget sends it. */
export async function solvedCaptcha(anyone: Session, purpose: CaptchaPurpose): Promise<string> {
  const challenge = await anyone.post<Challenge>(`/api/public/challenges?for=${purpose}`);
  const solution = await solveChallenge({ challenge, deriveKey });
  return Buffer.from(JSON.stringify({ challenge, solution })).toString('base64');
}

/** Asks the public register for a unit's numbers (M130–M134). */
export async function publicNumbers(anyone: Session, uscc: string): Promise<string[]> {
  const query = new URLSearchParams({ uscc, captcha: await solvedCaptcha(anyone, 'query') });
  const found = await anyone.get<{ items: { number: string }[] }>(`/api/public/filings?${query}`);
  return found.items.map((item) => item.number);
}

/** The register is fed by events: the number appears shortly after the filing is registered. */
export const untilPublic = (anyone: Session, uscc: string, number: string): Promise<string[]> =>
  eventually(
    `number ${number} in the public query`,
    () => publicNumbers(anyone, uscc),
    (all) => all.includes(number),
  );
