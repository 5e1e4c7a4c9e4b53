import { describe, expect, it } from 'vitest';
import { newId } from '@beian/service-kit/ids.ts';
import { isDrawn, isLowRisk, type Weighed } from './low-risk.rules.ts';

const plain: Weighed = {
  kind: 'registration',
  filerKind: 'personal',
  stage: 'first',
  round: 1,
  escalations: 0,
  retentionDays: 30,
  alike: 0,
};

describe('a task that may be approved with others', () => {
  it.each<[string, Partial<Weighed>]>([
    ['a plain registration', {}],
    ['a cancellation', { kind: 'cancellation' }],
    ['of a legal person', { filerKind: 'legal_person', retentionDays: 90 }],
  ])('is %s', (_what, part) => expect(isLowRisk({ ...plain, ...part })).toBe(true));

  it.each<[string, Partial<Weighed>]>([
    ['a transfer', { kind: 'transfer' }],
    ['a change', { kind: 'change' }],
    ['what came on paper', { filerKind: 'paper' }],
    ['a second review', { stage: 'second' }],
    ['what was returned or re-routed before', { round: 2 }],
    ['what was escalated', { escalations: 1 }],
    ['a system that keeps video for less than thirty days', { retentionDays: 29 }],
    ['a system whose devices another holds', { alike: 1 }],
  ])('is not %s', (_what, part) => expect(isLowRisk({ ...plain, ...part })).toBe(false));
});

it('about one in ten is drawn, always the same ones', () => {
  const ids = Array.from({ length: 2000 }, () => newId());
  const drawn = ids.filter(isDrawn);
  expect(drawn.length).toBeGreaterThan(120);
  expect(drawn.length).toBeLessThan(280);
  expect(ids.filter(isDrawn)).toEqual(drawn);
});
