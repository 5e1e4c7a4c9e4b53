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
  'decision.field-twice': { zh: '同一字段只能告知一次。', en: 'Cite each field once.' },
};
