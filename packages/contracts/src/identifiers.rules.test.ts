import { describe, expect, it } from 'vitest';
import { idNumberHolds, mobilePattern, unitTypeOfUscc, usccCheckHolds, usccPattern } from './identifiers.rules.ts';

describe('a unified social credit code', () => {
  it.each(['91350100M000100Y43', '91110000101623741K', '911101066976941872', '911100000000000250'])(
    '%s holds',
    (code) => expect(usccCheckHolds(code)).toBe(true),
  );

  it.each(['91350211M0000XUF46', '91310115MA1H8R7C6D'])('%s has the shape but fails the check', (code) => {
    expect(usccPattern.test(code)).toBe(true);
    expect(usccCheckHolds(code)).toBe(false);
  });

  it.each(['', '9135', '91350100M000100Y4I', '9135010OM000100Y43', '91350100m000100y43'])(
    '%s has not the shape',
    (code) => expect(usccPattern.test(code)).toBe(false),
  );

  it('may begin with letters', () => expect(usccPattern.test('N1350100M000100Y43')).toBe(true));

  it('suggests the unit type, or nothing where no gloss is known', () => {
    expect(unitTypeOfUscc('91350100M000100Y43')).toBe('enterprise');
    expect(unitTypeOfUscc('12350100M000100Y43')).toBe('public_institution');
    expect(unitTypeOfUscc('A1350100M000100Y43')).toBeUndefined();
  });
});

describe('an ID number', () => {
  it.each(['11010519491231002X', '11010519491231002x', '440524188001010014', '34052419800101001X'])('%s holds', (id) =>
    expect(idNumberHolds(id)).toBe(true),
  );
  it.each(['110105194912310021', '110105194902300021', '1101051949123100', ''])('%s does not', (id) =>
    expect(idNumberHolds(id)).toBe(false),
  );
});

it('a mobile number has eleven digits and begins with 13 to 19', () => {
  expect(mobilePattern.test('13800138000')).toBe(true);
  expect(mobilePattern.test('12800138000')).toBe(false);
  expect(mobilePattern.test('138001380001')).toBe(false);
});
