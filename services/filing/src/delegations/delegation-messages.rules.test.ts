import { describe, expect, it } from 'vitest';
import { nextMessage } from './delegation-messages.rules.ts';

const createdAt = new Date('2026-11-25T02:00:00Z');
const granted = { validUntil: '2026-12-31', createdAt, revokedAt: null, told: 'granted' } as const;
const at = (of: Partial<Parameters<typeof nextMessage>[0]>, now = createdAt) => {
  const next = nextMessage({ ...granted, ...of }, now);
  return next && `${next.message} ${next.at.toISOString()}`;
};

describe('the messages of a delegation', () => {
  it('begin with the grant, warn a week before the last day and end on the morning after it', () => {
    expect(at({ told: null })).toBe('granted 2026-11-25T02:00:00.000Z');
    expect(at({})).toBe('expiring 2026-12-24T01:00:00.000Z');
    expect(at({ told: 'expiring' })).toBe('expired 2027-01-01T01:00:00.000Z');
    expect(at({ told: 'expired' })).toBeUndefined();
  });

  it('warn of no end that was near when it was granted', () => {
    expect(at({ validUntil: '2026-12-02' })).toBe('expired 2026-12-03T01:00:00.000Z');
    expect(at({ validUntil: '2026-12-03' })).toBe('expiring 2026-11-26T01:00:00.000Z');
  });

  it('do not warn of an end that has come', () => {
    expect(at({}, new Date('2027-01-01T01:00:00Z'))).toBe('expired 2027-01-01T01:00:00.000Z');
  });

  it('end with the revocation, after the grant is told, and not after the expiry', () => {
    const revokedAt = new Date('2026-11-26T02:00:00Z');
    expect(at({ told: null, revokedAt })).toBe('granted 2026-11-25T02:00:00.000Z');
    expect(at({ revokedAt })).toBe('revoked 2026-11-26T02:00:00.000Z');
    expect(at({ told: 'revoked', revokedAt })).toBeUndefined();
    expect(at({ told: 'expired', revokedAt })).toBeUndefined();
  });
});
