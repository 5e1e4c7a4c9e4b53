import { describe, expect, it } from 'vitest';
import { aKey } from '@beian/testkit/sealer.ts';
import { createSealer } from './sealing.ts';

const oldLookup = { current: 'k1', keys: { k1: aKey(9) } };
const bothLookups = { k1: aKey(9), k2: aKey(8) };
const old = createSealer(() => ({ sealing: { current: 'k1', keys: { k1: aKey(1) } }, lookup: oldLookup }));
const renewed = createSealer(() => ({
  sealing: { current: 'k2', keys: { k1: aKey(1), k2: aKey(2) } },
  lookup: { current: 'k2', keys: bothLookups },
}));
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

  it('is opened with a key that was added since the keys were last looked at', () => {
    const before = { sealing: { current: 'k1', keys: { k1: aKey(1) } }, lookup: oldLookup };
    const after = { ...before, sealing: { current: 'k2', keys: { k1: aKey(1), k2: aKey(2) } } };
    const late = createSealer((afresh) => (afresh ? after : before));
    expect(late.unseal(renewed.seal(person, at), at)).toEqual(person);
  });
});

describe('a look-up hash', () => {
  const purpose = 'account.subject';

  it('finds the same value for the same purpose only', () => {
    expect(old.lookupHash('seed-1', purpose)).toBe(old.lookupHash('seed-1', purpose));
    expect(old.lookupHash('seed-1', purpose)).not.toBe(old.lookupHash('Seed-1', purpose));
    expect(old.lookupHash('seed-1', purpose)).not.toBe(old.lookupHash('seed-1', 'account.phone'));
  });

  it('is brought under a newer key without the value, and is then what the newer key makes of it', () => {
    const stored = old.lookupHash('seed-1', purpose);
    expect(renewed.rekeyed(stored)).toBe(renewed.lookupHash('seed-1', purpose));
    expect(renewed.rekeyed(renewed.rekeyed(stored))).toBe(renewed.rekeyed(stored));
    expect(renewed.rekeyed(stored)).not.toContain(stored);
  });

  it('is looked for under every key, and cannot be made with the older key alone once it is under the newer', () => {
    const all = renewed.lookupHashes('seed-1', purpose);
    expect(all).toEqual([old.lookupHash('seed-1', purpose), renewed.lookupHash('seed-1', purpose)]);
    expect(old.lookupHashes('seed-1', purpose)).not.toContain(renewed.lookupHash('seed-1', purpose));
    expect(renewed.underNewerKeys(old.lookupHash('seed-1', purpose))).toEqual(all);
    const without = createSealer(() => ({ sealing: oldLookup, lookup: { current: 'k2', keys: { k2: aKey(8) } } }));
    expect(() => without.lookupHash('seed-1', purpose)).toThrow('k1 is missing');
  });
});
