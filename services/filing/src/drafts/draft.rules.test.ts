import { describe, expect, it } from 'vitest';
import { formatFilingNumber } from '@beian/contracts/filing-number.rules.ts';
import { filingNumberIn } from './draft.rules.ts';

const number = formatFilingNumber('440305', 12);
const other = formatFilingNumber('440305', 13);

describe('the filing that a draft is about', () => {
  it.each([
    ['where a form of ours has it', { form: { filingNumber: number, reason: '拆除' }, step: 'form' }, number],
    ['with blanks around it', { form: { filingNumber: ` ${number} ` } }, number],
    ['named twice', { filingNumber: number, items: [{ number }] }, number],
    ['anywhere else', { filings: [number] }, number],
  ])('is found %s', (_what, content, expected) => expect(filingNumberIn(content)).toBe(expected));

  it.each([
    ['an empty form', {}],
    [
      'a number whose check digit is wrong',
      { filingNumber: `${number.slice(0, -1)}${(Number(number.at(-1)) + 1) % 10}` },
    ],
    ['a number within a sentence', { reason: `见备案 ${number}` }],
    ['a form about several filings', { filings: [number, other] }],
  ])('is none for %s', (_what, content) => expect(filingNumberIn(content)).toBeNull());
});
