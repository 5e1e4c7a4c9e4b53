import { describe, expect, it } from 'vitest';
import type { Decide } from '@beian/contracts/review.ts';
import {
  decisionOutcomesOf,
  type AppealGround,
  type FilerKind,
  type ReviewStage,
} from '@beian/contracts/vocabulary.ts';
import { misfits } from './decision.rules.ts';

const appeal = (stage: ReviewStage, ground: AppealGround = 'ownership', filerKind: FilerKind = 'personal') =>
  ({ kind: 'appeal', stage, ground, filerKind }) as const;
const registration = { kind: 'registration', stage: 'first', filerKind: 'personal' } as const;
const approve: Decide = { outcome: 'approve', opinion: '同意' };
const aReturn = (field: 'system.name' | 'appeal.description'): Decide => ({
  outcome: 'return',
  opinion: '补正',
  notice: [{ field, problem: '有误', advice: '改' }],
});
const codes = (decision: Decide, reviewed: Parameters<typeof misfits>[1], reason?: Parameters<typeof misfits>[2]) =>
  misfits(decision, reviewed, reason).map(({ path, code }) => `/${path.join('/')} ${code}`);

describe('the outcomes of an appeal', () => {
  it.each([
    [appeal('validity'), ['approve', 'return', 'reject', 'reroute']],
    [appeal('first'), ['approve', 'return', 'reject', 'reroute']],
    [appeal('second'), ['approve', 'reject']],
    [appeal('first', 'login', 'public'), ['approve', 'reject', 'reroute']],
  ] as const)('depend on the stage and on whether somebody can correct it: %o', (reviewed, outcomes) => {
    expect(decisionOutcomesOf(reviewed)).toEqual(outcomes);
  });

  it('of every other business are the four, in each stage', () => {
    for (const stage of ['first', 'second'] as const)
      expect(decisionOutcomesOf({ kind: 'transfer', stage, filerKind: 'personal' })).toHaveLength(4);
  });
});

describe('a decision', () => {
  it('fits when its business and stage know what it says', () => {
    expect(codes(approve, registration)).toEqual([]);
    expect(codes(aReturn('system.name'), registration)).toEqual([]);
    expect(codes(aReturn('appeal.description'), appeal('first'))).toEqual([]);
    expect(codes({ ...approve, holderChange: 'appellant' }, appeal('first'))).toEqual([]);
    expect(codes({ ...approve, holderChange: 'none' }, appeal('second'))).toEqual([]);
  });

  it.each([
    ['second', 'ownership', 'approve'],
    ['validity', 'ownership', 'approve'],
    ['first', 'login', 'approve'],
    ['first', 'ownership', 'reject'],
  ] as const)('moves no holding in the %s review of an appeal about %s that it would %s', (stage, ground, outcome) => {
    const decision: Decide = { outcome, opinion: '–', holderChange: 'appellant' };
    expect(codes(decision, appeal(stage, ground))).toEqual(['/holderChange decision.holder-change']);
  });

  it('gives a reason of its own business', () => {
    const reject: Decide = { outcome: 'reject', opinion: '–', reasonCode: 'a_reason' };
    const misfit = ['/reasonCode decision.reason-kind'];
    expect(codes(reject, appeal('first'), { rule: 'not_appeal' })).toEqual(misfit);
    expect(codes(reject, registration, { rule: 'appeal' })).toEqual(misfit);
    expect(codes(reject, registration, { rule: 'not_appeal' })).toEqual([]);
    expect(codes(reject, appeal('first'), { rule: 'appeal' })).toEqual([]);
    for (const reviewed of [appeal('first'), registration])
      expect(codes(reject, reviewed, { rule: 'all' })).toEqual([]);
  });

  it('tells every misfit at once', () => {
    expect(codes(aReturn('system.name'), appeal('second'))).toEqual([
      '/outcome decision.outcome-stage',
      '/notice/0/field notice.field-kind',
    ]);
  });
});
