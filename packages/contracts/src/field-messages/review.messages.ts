import type { Label } from '../vocabulary.ts';

/** What the forms of reviewers say. */
export const reviewMessages: Readonly<Record<string, Label>> = {
  'notice.field-kind': { zh: '该业务没有此项内容，请另选。', en: 'This business has no such field; choose another.' },
  'decision.notice-required': {
    zh: '退回补正须逐项告知字段、问题和修改建议。',
    en: 'A return needs a notice: field, problem and advice.',
  },
  'decision.reason-required': { zh: '不予通过须选择原因。', en: 'A rejection needs a reason.' },
  'decision.outcome-stage': {
    zh: '该环节不能作出此结论，请另选。',
    en: 'This review has no such outcome; choose another.',
  },
  'decision.reason-kind': {
    zh: '该业务没有此项原因，请另选。',
    en: 'This business has no such reason; choose another.',
  },
  'decision.holder-change': {
    zh: '只有归属申诉的初审成立意见可以变更持有人。',
    en: 'Only the first review that upholds an appeal about ownership moves the holding.',
  },
  'decision.organ-required': { zh: '请选择转办机关。', en: 'Choose the organ to re-route to.' },
  'notice.late-reason-required': {
    zh: '上次退回时未告知此项，且内容没有变化，请说明补充告知的原因。',
    en: 'The last return did not cite this and it has not changed: say why it is cited now.',
  },
  'assignee.absent': {
    zh: '该人员缺勤，且没有可代班的人员，请另选。',
    en: 'They are absent and nobody can cover; choose another.',
  },
  'absence.order': { zh: '结束日期不能早于开始日期。', en: 'The last day cannot be before the first.' },
  'absence.past': { zh: '结束日期不能早于今天。', en: 'The last day cannot be in the past.' },
  'absence.cover-self': { zh: '代班人员不能是本人。', en: 'The cover must be somebody else.' },
  'absence.cover-absent': {
    zh: '代班人员在此期间也缺勤，请另选。',
    en: 'The cover is absent in that time too; choose another.',
  },
  'suspension.day-range': {
    zh: '恢复办理的日期须在 {from} 至 {until} 之间。',
    en: 'The day to go on must lie between {from} and {until}.',
  },
  'canned.too-long': {
    zh: '补正告知中的问题最多 200 个字符，请缩短。',
    en: 'A problem of a notice has at most 200 characters; shorten it.',
  },
  'period.order': { zh: '截止日期不能早于起始日期。', en: 'The last day cannot be before the first.' },
  'period.too-long': {
    zh: '一次最多统计五年，请缩短期间。',
    en: 'At most five years at once; choose a shorter period.',
  },
  'decision.field-twice': { zh: '同一字段只能告知一次。', en: 'Cite each field once.' },
};
