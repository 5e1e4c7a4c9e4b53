import type { Locale } from './problems.ts';
import { phrase } from './problems.ts';
import type { Label } from './vocabulary.ts';

/** What is wrong with one field and how to mend it, by code. Schemas name these codes as their error texts. */
export const fieldMessages: Readonly<Record<string, Label>> = {
  required: { zh: '请填写此项。', en: 'Fill this in.' },
  'type.wrong': { zh: '内容类型不正确，应为 {expected}。', en: 'Wrong type; {expected} is expected.' },
  'text.empty': { zh: '请填写此项。', en: 'Fill this in.' },
  'text.too-long': { zh: '最多 {maximum} 个字符，请缩短。', en: 'At most {maximum} characters; shorten it.' },
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
  'division.format': { zh: '请选择所在地址。', en: 'Choose the address.' },
  'division.unknown': { zh: '所选行政区划不存在，请重新选择。', en: 'No such division; choose again.' },
  'division.street-elsewhere': {
    zh: '街道不属于所选区县，请重新选择。',
    en: 'The street is not in the chosen county; choose again.',
  },
  'declaration.required': {
    zh: '请确认对备案信息的真实性负责（条例第十四条）。',
    en: 'Confirm that the information is true (art. 14).',
  },
  'cancellation.unconfirmed': { zh: '请确认注销该备案。', en: 'Confirm that the filing is to be cancelled.' },
  'notice.field-kind': { zh: '该业务没有此项内容，请另选。', en: 'This business has no such field; choose another.' },
  'attachment.twice': { zh: '同一种附件只能上传一份。', en: 'Only one file of each kind.' },
  'attachment.missing': { zh: '请上传加盖公章的《{name}》。', en: 'Upload the sealed “{name}”.' },
  'attachment.unknown': { zh: '文件不存在或已失效，请重新上传。', en: 'The file is unknown; upload it again.' },
  'attachment.kind': {
    zh: '文件种类不符，请在对应位置重新上传。',
    en: 'The file is of another kind; upload it in its place.',
  },
  'filing.unknown': { zh: '备案编号不存在，或不属于当前账号。', en: 'No such filing of this account.' },
  'unit.unknown': { zh: '单位不存在，请重新选择。', en: 'No such unit; choose again.' },
  'device-table.count': {
    zh: '填报的设备数量为 {declared}，设备信息表中有 {rows} 行，两者应一致。',
    en: 'The form declares {declared} devices, the table has {rows} rows; they must agree.',
  },
  'device-table.cells': {
    zh: '设备信息表有 {count} 处错误，请按检查结果修改后重新上传。',
    en: 'The device table has {count} errors; mend them and upload again.',
  },
  'filing-number.format': { zh: '备案编号应为 15 位数字，请核对。', en: 'A filing number has 15 digits; check it.' },
  'date.future': { zh: '日期不能晚于今天。', en: 'The date cannot be in the future.' },
  'captcha.required': { zh: '请先完成验证。', en: 'Solve the challenge first.' },
  'cursor.invalid': {
    zh: '分页位置无效，请从第一页重新查询。',
    en: 'The page position is invalid; start from the first page.',
  },
  'decision.notice-required': {
    zh: '退回补正须逐项告知字段、问题和修改建议。',
    en: 'A return needs a notice: field, problem and advice.',
  },
  'decision.reason-required': { zh: '不予通过须选择原因。', en: 'A rejection needs a reason.' },
  'decision.organ-required': { zh: '请选择转办机关。', en: 'Choose the organ to re-route to.' },
  'decision.field-twice': { zh: '同一字段只能告知一次。', en: 'Cite each field once.' },
};

/** The part of a zod issue that a message needs. */
export type IssueLike = {
  code?: string | undefined;
  path: readonly PropertyKey[];
  message: string;
  input?: unknown;
  expected?: unknown;
  origin?: string;
  minimum?: unknown;
  maximum?: unknown;
  keys?: readonly string[];
};

const codeOf = (issue: IssueLike): string => {
  if (Object.hasOwn(fieldMessages, issue.message)) return issue.message;
  const isNumber = issue.origin === 'number' || issue.origin === 'int';
  switch (issue.code) {
    case 'invalid_type':
      return /received (undefined|null)/.test(issue.message) || issue.input === undefined ? 'required' : 'type.wrong';
    case 'too_small':
      return isNumber ? 'number.too-small' : 'text.empty';
    case 'too_big':
      return isNumber ? 'number.too-big' : issue.origin === 'array' ? 'list.too-long' : 'text.too-long';
    case 'invalid_value':
    case 'invalid_union':
      return 'value.not-allowed';
    case 'unrecognized_keys':
      return 'field.unknown';
    default:
      return 'format.wrong';
  }
};

/** JSON pointer (RFC 6901) of a path. */
export const pointerOf = (path: readonly PropertyKey[]): string =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** One entry of a problem's `errors`, the same in the browser and from the server. */
export function fieldError(issue: IssueLike, locale: Locale): { pointer: string; code: string; message: string } {
  const code = codeOf(issue);
  const params = {
    expected: String(issue.expected ?? ''),
    minimum: String(issue.minimum ?? ''),
    maximum: String(issue.maximum ?? ''),
    keys: issue.keys?.join(', ') ?? '',
  };
  return { pointer: pointerOf(issue.path), code, message: fieldMessage(code, locale, params) };
}

/** The text of a field code. */
export const fieldMessage = (code: string, locale: Locale, params: Record<string, string | number> = {}): string =>
  phrase(fieldMessages[code] ?? fieldMessages['format.wrong'] ?? { zh: code, en: code }, locale, params);
