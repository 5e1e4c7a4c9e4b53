import type { Label } from '../vocabulary.ts';

/** What a choice from a dictionary, and the forms of its keepers, say. */
export const dictionariesMessages: Readonly<Record<string, Label>> = {
  'dictionary.unknown': {
    zh: '没有这个选项，请重新选择：{options}。',
    en: 'There is no such option. Choose one of: {options}.',
  },
  'dictionary.retired': {
    zh: '“{name}”自 {day} 起已停用，请重新选择：{options}。',
    en: '"{name}" is no longer in use since {day}. Choose one of: {options}.',
  },
  'dictionary.code': {
    zh: '代码须以小写英文字母开头，只含小写字母、数字和下划线，最多 40 个字符，例如 law_firm。',
    en: 'A code begins with a small letter and has small letters, digits and underscores, 40 at most, such as law_firm.',
  },
  'dictionary.rule': { zh: '请选择这一项适用的业务规则。', en: 'Choose what the platform does with it.' },
  'dictionary.rule-fixed': {
    zh: '平台规则引用了这一项，业务规则不能修改；名称和顺序可以修改。',
    en: "The platform's own rules name this entry: change its name or position, not what is done with it.",
  },
  'dictionary.before-start': {
    zh: '停用日期不能早于启用日期 {day}。',
    en: 'It cannot be retired before the day from which it is in use, {day}.',
  },
};
