import { describe, expect, it } from 'vitest';
import { rightOf, statusOn, wrongTerm, type Delegated } from './delegation.rules.ts';

const today = '2026-11-25';
const uscc = '91440300MA5FX1MP11';
const aDelegation = (overrides: Partial<Delegated> = {}): Delegated => ({
  role: 'agent',
  holderAccountId: 'holder',
  uscc,
  validFrom: '2026-01-01',
  validUntil: '2026-12-31',
  revokedAt: null,
  ...overrides,
});

describe('a delegation', () => {
  it.each([
    ['the day before the first', '2025-12-31', 'upcoming'],
    ['the first day', '2026-01-01', 'active'],
    ['the last day', '2026-12-31', 'active'],
    ['the day after the last', '2027-01-01', 'expired'],
  ])('on %s', (_when, day, status) => {
    expect(statusOn(aDelegation(), day)).toBe(status);
    expect(statusOn(aDelegation({ revokedAt: new Date() }), day)).toBe('revoked');
  });

  it.each([
    ['one day', today, today, undefined],
    ['three years', today, '2029-11-25', undefined],
    ['a day more', today, '2029-11-26', 'delegation.too-long'],
    ['a term that is over', '2026-01-01', '2026-11-24', 'delegation.past'],
    ['an end before the beginning', '2027-01-02', '2027-01-01', 'delegation.period'],
  ])('for %s', (_what, validFrom, validUntil, code) => {
    expect(wrongTerm({ validFrom, validUntil }, today)[0]?.code).toBe(code);
  });

  it('of the 29th of February may last to the 28th three years later, and not into March', () => {
    const of = (validUntil: string) => wrongTerm({ validFrom: '2028-02-29', validUntil }, '2028-02-29');
    expect(of('2031-02-28')).toEqual([]);
    expect(of('2031-03-01')[0]?.code).toBe('delegation.too-long');
  });
});

describe('the right over a filing', () => {
  const filing = { holderAccountId: 'holder', uscc };
  const roleOf = (delegations: Delegated[], of = filing, account = 'somebody') =>
    rightOf(account, of, delegations, today)?.role;

  it('is the holder’s whatever was granted', () => {
    expect(roleOf([], filing, 'holder')).toBe('holder');
    expect(roleOf([aDelegation({ role: 'reader' })], filing, 'holder')).toBe('holder');
  });

  it('is what the holder granted, while it lasts', () => {
    expect(roleOf([])).toBeUndefined();
    expect(roleOf([aDelegation()])).toBe('agent');
    expect(roleOf([aDelegation({ role: 'reader' })])).toBe('reader');
    expect(roleOf([aDelegation({ revokedAt: new Date() })])).toBeUndefined();
    expect(roleOf([aDelegation({ validFrom: '2026-11-26' })])).toBeUndefined();
  });

  it('of an agent whose letter has run out is known and gives nothing; of a reader it is nothing', () => {
    expect(roleOf([aDelegation({ validUntil: '2026-11-24' })])).toBe('lapsed');
    expect(roleOf([aDelegation({ validUntil: '2026-11-24', role: 'reader' })])).toBeUndefined();
    expect(roleOf([aDelegation({ validUntil: '2026-10-01' }), aDelegation({ validFrom: '2026-10-02' })])).toBe('agent');
  });

  it('ends with the holding, and never reaches another unit', () => {
    expect(roleOf([aDelegation()], { holderAccountId: 'next', uscc })).toBeUndefined();
    expect(roleOf([aDelegation()], { holderAccountId: 'holder', uscc: '91350100M000100Y43' })).toBeUndefined();
    expect(rightOf('somebody', { holderAccountId: undefined, uscc }, [aDelegation()], today)).toBeUndefined();
  });
});
