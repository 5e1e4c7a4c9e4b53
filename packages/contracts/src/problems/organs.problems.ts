import { kind } from './problem-kind.ts';

/** Organs, their jurisdictions and their staff. */
export const organsProblems = {
  'organ.closed': kind(
    409,
    ['机关已撤销', 'The organ is closed'],
    ['该机关已由 {successor} 承接，不能再变更。', 'Organ {successor} has succeeded it; it can no longer be changed.'],
  ),
  'jurisdiction.overlap': kind(
    409,
    ['管辖规则重叠', 'Overlapping rules'],
    [
      '该区划在这一日期或之后已有规则，请先删除尚未生效的规则。',
      'The division has a rule for this or a later day; drop the planned rule first.',
    ],
  ),
  'jurisdiction.in-force': kind(
    409,
    ['规则已生效', 'The rule is in force'],
    ['已生效的规则不能删除，请新增一条规则接替。', 'A rule that has taken effect stays; add one that follows it.'],
  ),
  'staff.own-account': kind(
    409,
    ['不能处理本人账号', 'Not your own account'],
    ['本人的账号和角色须由其他督办员或运维员处理。', 'Another supervisor or operator decides about your own account.'],
  ),
  'staff.suspended': kind(
    409,
    ['账号已暂停', 'Already suspended'],
    ['该工作人员的账号已被 {by} 暂停。', 'The account is suspended already, by {by}.'],
  ),
} as const;
