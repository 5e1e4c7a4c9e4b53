import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDigit, filingNumberHolds, formatFilingNumber } from './filing-number.rules.ts';

const county = fc.integer({ min: 110000, max: 659999 }).map(String);
const serial = fc.integer({ min: 1, max: 999_999 });

describe('a filing number', () => {
  it('agrees with the published example of ISO 7064 MOD 11,10', () => expect(checkDigit('0794')).toBe('5'));

  it('is county, kind, serial and check digit', () => {
    expect(formatFilingNumber('440305', 1)).toMatch(/^44030501000001\d$/);
  });

  it('holds as issued', () => {
    fc.assert(fc.property(county, serial, (c, n) => filingNumberHolds(formatFilingNumber(c, n))));
  });

  it('is refused with any one digit mistyped', () => {
    fc.assert(
      fc.property(county, serial, fc.nat(14), fc.integer({ min: 1, max: 9 }), (c, n, at, shift) => {
        const number = formatFilingNumber(c, n);
        const wrong = String((Number(number.charAt(at)) + shift) % 10);
        return !filingNumberHolds(number.slice(0, at) + wrong + number.slice(at + 1));
      }),
    );
  });

  it.each([0, -1, 1_000_000, 1.5])('has no serial %s', (n) =>
    expect(() => formatFilingNumber('440305', n)).toThrow(RangeError),
  );
});
