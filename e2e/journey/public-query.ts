import { solveChallenge } from 'altcha-lib';
import { eventually, type Session } from './session.ts';

/** Solves a challenge as the page's widget does and asks the public register for a unit's numbers (M130–M134). */
export async function publicNumbers(anyone: Session, uscc: string): Promise<string[]> {
  const challenge = await anyone.post<Parameters<typeof solveChallenge>[0]>('/api/public/challenges');
  void challenge;
  throw new Error('written when the challenge format is known');
}

/** The register is fed by events: the number appears shortly after the filing is registered. */
export const untilPublic = (anyone: Session, uscc: string, number: string): Promise<string[]> =>
  eventually(`number ${number} in the public query`, () => publicNumbers(anyone, uscc), (all) => all.includes(number), 30);
