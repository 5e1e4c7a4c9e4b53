import { kind } from './problem-kind.ts';

/** Who acts in a holder's place (I02). */
export const delegationsProblems = {
  'delegation.overlaps': kind(
    409,
    ['授权重复', 'Already authorised'],
    [
      '该人员在此期间已有对该单位备案的授权，请先撤销原授权。',
      'This person has a delegation for the unit in that time; revoke it first.',
    ],
  ),
  'delegation.expired': kind(
    403,
    ['委托授权已失效', 'The authorisation has ended'],
    [
      '您的委托授权已到期或被撤销，不能再代为办理，请联系委托单位。',
      'Your authorisation has expired or was revoked; ask the unit that gave it.',
    ],
  ),
  'delegation.not-allowed': kind(
    403,
    ['委托权限不足', 'Not covered by the authorisation'],
    [
      '您是该备案的“{role}”，此项业务不在委托权限内。',
      'You are “{role}” of this filing; this business is not covered.',
    ],
  ),
} as const;
