import type { Label } from '../vocabulary.ts';

/** What any form may say of a value. */
export const formMessages: Readonly<Record<string, Label>> = {
  required: { zh: '请填写此项。', en: 'Fill this in.' },
  'type.wrong': { zh: '内容类型不正确，应为 {expected}。', en: 'Wrong type; {expected} is expected.' },
  'text.empty': { zh: '请填写此项。', en: 'Fill this in.' },
  'text.too-long': { zh: '最多 {maximum} 个字符，请缩短。', en: 'At most {maximum} characters; shorten it.' },
  'text.control': {
    zh: '含有不可显示的字符，请删除后重新输入。',
    en: 'It holds characters that cannot be shown; type it anew.',
  },
  'draft.too-deep': { zh: '表单内容的层级过多。', en: 'The form has too many things in each other.' },
  'number.too-small': { zh: '不能小于 {minimum}。', en: 'Must be at least {minimum}.' },
  'number.too-big': { zh: '不能大于 {maximum}。', en: 'Must be at most {maximum}.' },
  'list.too-long': { zh: '最多 {maximum} 项。', en: 'At most {maximum} entries.' },
  'value.not-allowed': { zh: '请从可选项中选择。', en: 'Choose one of the options.' },
  'format.wrong': { zh: '格式不正确。', en: 'The format is wrong.' },
  'field.unknown': { zh: '不支持的字段：{keys}，请删除。', en: 'Unknown field: {keys}; remove it.' },
  'field.not-cited': {
    zh: '补正告知未涉及此项，不能修改。',
    en: 'The notice does not cite this field; it cannot be changed.',
  },
  'field.not-corrected': {
    zh: '补正告知要求修改此项，请修改或说明理由。',
    en: 'The notice cites this field: correct it, or explain why not.',
  },
  'uscc.format': {
    zh: '统一社会信用代码应为 18 位数字或大写字母（不含 I、O、S、V、Z），第 3 至 8 位为数字，请对照营业执照核对。',
    en: 'A credit code has 18 digits or capitals (no I, O, S, V, Z), positions 3–8 digits; check it against the licence.',
  },
  'phone.format': {
    zh: '请填写 11 位手机号，例如 13800138000。',
    en: 'Give an 11-digit mobile number such as 13800138000.',
  },
  'time.format': {
    zh: '请填写日期（例如 2025-03-01）或者带时区的时间。',
    en: 'Give a date such as 2025-03-01, or a time with its offset.',
  },
  'date.format': { zh: '请填写日期，例如 2025-03-01。', en: 'Give a date such as 2025-03-01.' },
  'date.future': { zh: '日期不能晚于今天。', en: 'The date cannot be in the future.' },
  'captcha.required': { zh: '请先完成验证。', en: 'Solve the challenge first.' },
  'cursor.invalid': {
    zh: '分页位置无效，请从第一页重新查询。',
    en: 'The page position is invalid; start from the first page.',
  },
};
