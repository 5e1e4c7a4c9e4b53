import { kind } from './problem-kind.ts';

/** Units, drafts, applications. */
export const applicationsProblems = {
  'unit.exists': kind(
    409,
    ['单位已存在', 'Unit exists'],
    [
      '本账号下已有该统一社会信用代码的单位，请选择已有单位登记。',
      'The account has this unit already: choose the existing unit.',
    ],
  ),
  'application.not-open': kind(
    409,
    ['当前状态不能执行该操作', 'Not possible in this state'],
    ['业务状态为「{status}」。', 'The application is {status}.'],
  ),
  'application.extended': kind(
    409,
    ['已延期一次', 'Already extended'],
    ['补正期限只能延期一次。', 'The time for the correction can be extended once.'],
  ),
  'application.version-stale': kind(
    409,
    ['内容已更新', 'Changed meanwhile'],
    ['该业务已被更新，请刷新后再试。', 'The application has changed; reload and try again.'],
  ),
  'application.decided': kind(
    409,
    ['已作出审核决定', 'Already decided'],
    ['审核决定已作出，不能撤回。', 'A decision is recorded; it can no longer be withdrawn.'],
  ),
  'draft.stale': kind(
    409,
    ['草稿已在别处更新', 'Draft saved elsewhere'],
    ['另一窗口保存了该草稿，请选择保留哪一份。', 'Another window saved this draft; choose which to keep.'],
  ),
  'draft.too-many': kind(
    409,
    ['草稿过多', 'Too many drafts'],
    [
      '每个账号最多保存 {limit} 份草稿，请先在草稿箱中删除。',
      'An account keeps {limit} drafts at most: delete one first.',
    ],
  ),
} as const;
