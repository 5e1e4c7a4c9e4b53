import type { Label } from '../vocabulary.ts';

/** What the forms of the organ directory say. */
export const organsMessages: Readonly<Record<string, Label>> = {
  'organ.format': {
    zh: '机关代码为六位数字，专门机关另加后缀，例如 440305-T1。',
    en: 'An organ code has six digits, and a suffix such as -T1 for a special organ.',
  },
  'organ.unknown': { zh: '没有这个机关，或该机关已撤销。', en: 'No such organ, or it is closed.' },
  'organ.below-itself': {
    zh: '不能选择该机关本身或其下级机关。',
    en: 'Choose neither the organ itself nor one below it.',
  },
  'change.empty': { zh: '请填写要变更的内容。', en: 'Say what is to change.' },
  'date.past': { zh: '日期不能早于今天。', en: 'The date cannot be in the past.' },
};
