import type { Label } from '../vocabulary.ts';

/** What the forms of appeals say. */
export const appealsMessages: Readonly<Record<string, Label>> = {
  'appeal.filing-required': { zh: '请填写有争议的备案编号。', en: 'Give the number of the disputed filing.' },
  'appeal.filing-unknown': { zh: '备案编号不存在，请核对。', en: 'There is no such filing; check the number.' },
  'appeal.filing-own': {
    zh: '该备案已在当前账号名下，无需就归属申诉。',
    en: 'This account holds the filing already: there is no dispute about whose it is.',
  },
  'appeal.place-required': {
    zh: '未填写备案编号的，请选择受理申诉的区县。',
    en: 'Without a filing number, choose the county that is to answer.',
  },
  'appeal.evidence-required': { zh: '请上传加盖公章的证明材料。', en: 'Upload the sealed evidence.' },
  'tracking-code.format': {
    zh: '查询码有误，请逐字核对。',
    en: 'The tracking code is mistyped; check each character.',
  },
};
