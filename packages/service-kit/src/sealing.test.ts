import { describe, expect, it } from 'vitest';
import { createSealer } from './sealing.ts';

const key = (fill: number) => Buffer.alloc(32, fill).toString('base64');
const lookupKey = key(9);
const old = createSealer({ keys: { current: 'k1', keys: { k1: key(1) } }, lookupKey });
const renewed = createSealer({ keys: { current: 'k2', keys: { k1: key(1), k2: key(2) } }, lookupKey });
const at = { table: 'account', column: 'sealed', row: '1' };
const person = { name: '王建国', phone: '13923456789' };

describe('a sealed value', () => {
  it('is opened where it was sealed, and shows nothing of what it holds', () => {
    const sealed = old.seal(person, at);
    expect(old.unseal(sealed, at)).toEqual(person);
    expect(sealed.toString('utf8')).not.toContain('王建国');
    expect(sealed.equals(old.seal(person, at))).toBe(false);
  });

  it.each([
    ['in another row', { ...at, row: '2' }],
    ['in another column', { ...at, column: 'other' }],
    ['in another table', { ...at, table: 'unit' }],
  ])('is not opened %s', (_what, elsewhere) => {
    expect(() => old.unseal(old.seal(person, at), elsewhere)).toThrow();
  });

  it('is not opened when a bit of it has changed, wherever', () => {
    const sealed = old.seal(person, at);
    for (let i = 0; i < sealed.length; i += 1) {
      const altered = Buffer.from(sealed);
      altered.writeUInt8(altered.readUInt8(i) ^ 1, i);
      expect(() => old.unseal(altered, at)).toThrow();
    }
  });

  it('is opened after the key was renewed, and new ones are sealed with the new key', () => {
    expect(renewed.unseal(old.seal(person, at), at)).toEqual(person);
    expect(() => old.unseal(renewed.seal(person, at), at)).toThrow('sealing key k2 is missing');
  });

  it('needs keys of 32 bytes', () => {
    const short = Buffer.alloc(16).toString('base64');
    expect(() => createSealer({ keys: { current: 'k1', keys: { k1: short } }, lookupKey })).toThrow('32 bytes');
    expect(() => createSealer({ keys: { current: 'k2', keys: { k1: key(1) } }, lookupKey })).toThrow('k2 is missing');
    expect(() => createSealer({ keys: { current: 'k1', keys: { k1: key(1) } }, lookupKey: short })).toThrow('32 bytes');
  });
});

it('a look-up hash finds the same value for the same purpose only', () => {
  expect(old.lookupHash('seed-1', 'account.subject')).toBe(renewed.lookupHash('seed-1', 'account.subject'));
  expect(old.lookupHash('seed-1', 'account.subject')).not.toBe(old.lookupHash('Seed-1', 'account.subject'));
  expect(old.lookupHash('seed-1', 'account.subject')).not.toBe(old.lookupHash('seed-1', 'account.phone'));
});
