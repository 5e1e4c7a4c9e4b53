import { kind } from './problem-kind.ts';

/** Filings and their holders. */
export const filingsProblems = {
  'filing.busy': kind(
    409,
    ['已有业务正在办理', 'Another business is open'],
    [
      '该备案正在办理{kind}（受理号 {number}），办结后才能提交新的申请。',
      'A {kind} of this filing is open ({number}); it must end first.',
    ],
  ),
  'filing.not-valid': kind(
    409,
    ['备案状态不允许', 'The filing is not valid'],
    ['该备案当前状态为“{status}”，不能办理。', 'The filing is “{status}” now.'],
  ),
  'filing.stale': kind(
    409,
    ['备案已更新', 'The filing has changed'],
    ['备案信息已被更新，请刷新后再试。', 'The filing has changed meanwhile; reload and try again.'],
  ),
  'filing.held': kind(
    409,
    ['备案因争议冻结', 'The filing is held'],
    [
      '备案 {filing} 因申诉（受理号 {number}）冻结，申诉作出决定前不能办理。',
      'Filing {filing} is held by appeal {number}; nothing can be done with it until that is determined.',
    ],
    true,
  ),
  'filing.settling': kind(
    409,
    ['该备案有决定正在生效', 'Another decision is being settled'],
    [
      '该备案的另一项审核决定正在生效，请稍后再试。',
      'Another decision about this filing is being settled; try again shortly.',
    ],
    true,
  ),
  'filing.claimed': kind(
    409,
    ['备案已有持有人', 'The filing has a holder'],
    ['该备案已被认领。', 'The filing has been claimed.'],
  ),
  'filing.not-completed': kind(
    409,
    ['尚未办结', 'Not completed'],
    ['该线下备案尚未办结或已被认领，不能领取认领码。', 'This filing on paper is not completed, or has been claimed.'],
  ),
  'filing.serials-exhausted': kind(
    409,
    ['编号用尽', 'Numbers exhausted'],
    ['该区县的备案流水号已用尽，请联系平台运维。', 'The county has no numbers left; call the operators.'],
  ),
} as const;
