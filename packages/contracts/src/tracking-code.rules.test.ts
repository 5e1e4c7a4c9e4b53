import { describe, expect, it } from 'vitest';
import { plainTrackingCode, trackingCodeHolds, writeTrackingCode } from './tracking-code.rules.ts';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const bytes = Uint8Array.from([1, 250, 33, 4, 99, 6, 177, 8, 200, 10]);
const code = writeTrackingCode(bytes);
const plain = plainTrackingCode(code);

describe('a tracking code', () => {
  it('carries all eighty bits, in groups of four and a check character', () => {
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]$/);
    const value = Array.from(plain.slice(0, 16)).reduce((sum, one) => sum * 32n + BigInt(alphabet.indexOf(one)), 0n);
    expect(value).toBe(BigInt(`0x${Buffer.from(bytes).toString('hex')}`));
    expect(() => writeTrackingCode(bytes.subarray(1))).toThrow(RangeError);
  });

  it('is known however it is typed', () => {
    const withLetters = writeTrackingCode(Uint8Array.from([0, 0, 0, 0, 1, 8, 66, 16, 132, 33]));
    const asRead = withLetters.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l');
    expect(asRead).toContain('l');
    expect(plainTrackingCode(asRead)).toBe(withLetters.replaceAll('-', ''));
    expect(trackingCodeHolds(plainTrackingCode(asRead))).toBe(true);
  });

  it('does not hold with any one character wrong', () => {
    for (let at = 0; at < plain.length; at += 1) {
      for (const other of alphabet.replace(plain.charAt(at), '')) {
        expect(trackingCodeHolds(plain.slice(0, at) + other + plain.slice(at + 1))).toBe(false);
      }
    }
  });

  it.each([
    ['nothing', ''],
    ['too little', plain.slice(1)],
    ['too much', `${plain}0`],
    ['another alphabet', `${plain.slice(0, 16)}U`],
  ])('does not hold as %s', (_what, value) => expect(trackingCodeHolds(value)).toBe(false));
});
