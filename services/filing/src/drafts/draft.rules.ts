import { filingNumberHolds } from '@beian/contracts/filing-number.rules.ts';

/** Drafts of an account: as many as its list shows. */
export const mostDrafts = 200;

/** The filing that a form is about: the one number of a filing among its values. A form may hold anything; several numbers are none. */
export function filingNumberIn(content: Record<string, unknown>): string | null {
  const quoted = JSON.stringify(content).matchAll(/"\s*(\d{15})\s*"/g);
  const numbers = new Set([...quoted].map(([, number = '']) => number).filter(filingNumberHolds));
  const [only] = numbers;
  return numbers.size === 1 && only !== undefined ? only : null;
}
