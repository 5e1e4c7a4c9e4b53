import type { CellFix, CellIssue } from '@beian/contracts/device-tables.ts';
import { phrase, type Locale } from '@beian/contracts/problems.ts';
import type { Label } from '@beian/contracts/vocabulary.ts';

type Text = { what: Label; remedy: Label; severity?: CellIssue['severity'] };
const text = (what: [string, string], remedy: [string, string], severity?: 'warning'): Text => ({
  what: { zh: what[0], en: what[1] },
  remedy: { zh: remedy[0], en: remedy[1] },
  ...(severity ? { severity } : {}),
});

/** What is wrong in a cell and what to do about it (N1). */
export const deviceMessages = {
  'cell.required': text(['未填写', 'Empty'], ['请填写此项。', 'Fill this in.']),
  'cell.too-long': text(['超过 {maximum} 个字符', 'Longer than {maximum} characters'], ['请缩短内容。', 'Shorten it.']),
  'cell.choice': text(
    ['“{value}”不在可选项中', '“{value}” is not an option'],
    ['请从下拉列表选择：{options}。', 'Choose one of: {options}.'],
  ),
  'cell.number': text(
    ['“{value}”不是数字', '“{value}” is not a number'],
    ['请填写数字，不带单位。', 'Give digits without a unit.'],
  ),
  'cell.full-width': text(
    ['使用了全角字符', 'Full-width characters'],
    ['请改为半角：{fixed}。', 'Write {fixed}.'],
    'warning',
  ),
  'cell.spaces': text(
    ['含有多余的空格或者不可见字符', 'Stray spaces or invisible characters'],
    ['请删除多余的空格。', 'Remove them.'],
    'warning',
  ),
  'cell.formula': text(
    ['内容像公式', 'Looks like a formula'],
    ['请填写文字，不要以 = 或者 @ 开头。', 'Write plain text that does not begin with = or @.'],
  ),
  'longitude.range': text(
    ['经度 {value} 不在中国境内', 'Longitude {value} is outside China'],
    ['应在 73 至 136 之间。', 'Between 73 and 136.'],
  ),
  'latitude.range': text(
    ['纬度 {value} 不在中国境内', 'Latitude {value} is outside China'],
    ['应在 3 至 54 之间。', 'Between 3 and 54.'],
  ),
  'coordinates.swapped': text(
    ['经度、纬度填反了', 'Longitude and latitude are swapped'],
    ['请互换：经度 {longitude}，纬度 {latitude}。', 'Swap them: longitude {longitude}, latitude {latitude}.'],
  ),
  'coordinates.half': text(
    ['只填了经度或者纬度', 'Only one of longitude and latitude'],
    ['请同时填写，或者都不填。', 'Give both or neither.'],
  ),
  'gb-code.format': text(
    ['国标编码应为 20 位数字', 'A GB/T 28181 code has 20 digits'],
    ['请核对编码，或者留空。', 'Check the code or leave it empty.'],
  ),
  'gb-code.rounded': text(
    ['编码被存成了数字，后几位已丢失', 'Stored as a number: its last digits are lost'],
    ['请把单元格设为文本格式后重新填写编码。', 'Format the cell as text and type the code again.'],
  ),
  'gb-code.type': text(
    ['编码第 11 至 13 位 {value} 不是摄像机', 'Digits 11–13 ({value}) are no camera'],
    ['摄像机为 131 或者 132。', 'A camera has 131 or 132.'],
    'warning',
  ),
  'gb-code.twice': text(
    ['与第 {row} 行编码重复', 'Same code as in row {row}'],
    ['每台设备的编码应唯一。', 'Each device has its own code.'],
  ),
  'mac.format': text(
    ['“{value}”不是 MAC 地址', '“{value}” is not a MAC address'],
    ['请按 00-1A-2B-3C-4D-5E 的格式填写，或者留空。', 'Write it like 00-1A-2B-3C-4D-5E or leave it empty.'],
  ),
  'mac.form': text(
    ['MAC 地址的格式不统一', 'Another form of a MAC address'],
    ['请写成 {fixed}。', 'Write {fixed}.'],
    'warning',
  ),
  'mac.twice': text(
    ['与第 {row} 行 MAC 地址重复', 'Same MAC address as in row {row}'],
    ['每台设备的 MAC 地址应唯一。', 'Each device has its own.'],
  ),
  'serial.range': text(
    ['序号应为 1 至 999999 的整数', 'A whole number from 1 to 999,999'],
    ['请重新编号。', 'Number the rows anew.'],
  ),
  'serial.twice': text(
    ['与第 {row} 行序号重复', 'Same number as in row {row}'],
    ['请重新编号。', 'Number the rows anew.'],
  ),
  'date.format': text(
    ['“{value}”不是日期', '“{value}” is not a date'],
    ['请按 2025-03-01 的格式填写。', 'Write it like 2025-03-01.'],
  ),
  'date.form': text(['日期格式不统一', 'Another form of a date'], ['请写成 {fixed}。', 'Write {fixed}.'], 'warning'),
  'date.future': text(
    ['启用日期晚于今天', 'The date is in the future'],
    ['请填写实际启用日期。', 'Give the actual date.'],
  ),
  'retention.short': text(
    ['存储不足 30 天', 'Less than 30 days'],
    ['条例第十七条要求保存不少于 30 日。', 'Art. 17 asks for at least 30 days.'],
    'warning',
  ),
  'retention.range': text(
    ['存储天数应为 1 至 3650', 'Between 1 and 3650 days'],
    ['请核对天数。', 'Check the number of days.'],
  ),
  'sign.missing': text(
    ['未设置提示标识', 'No sign posted'],
    ['条例第十三条要求设置显著的提示标识。', 'Art. 13 asks for a conspicuous sign.'],
    'warning',
  ),
} as const satisfies Record<string, Text>;
export type DeviceIssueCode = keyof typeof deviceMessages;

/** An issue before it is put into words; its fix, if it has one, is complete once the whole table is read. */
export type FoundIssue = {
  row: number;
  column: string;
  /** As spreadsheets name it: F12. */
  cell: string;
  code: DeviceIssueCode;
  params?: Record<string, string | number>;
  fix?: CellFix['cells'];
};

/** What a request for fixes calls the issue. */
export const issueId = (issue: Pick<FoundIssue, 'cell' | 'code'>): string => `${issue.cell}-${issue.code}`;

/** The issue in a language. */
export function describeIssue(issue: FoundIssue, locale: Locale): CellIssue {
  const { what, remedy, severity = 'error' }: Text = deviceMessages[issue.code];
  const { row, column, cell, code, fix } = issue;
  return {
    id: issueId(issue),
    row,
    column,
    cell,
    code,
    message: phrase(what, locale, issue.params),
    remedy: phrase(remedy, locale, issue.params),
    severity,
    ...(fix ? { fix: { cells: fix } } : {}),
  };
}

export const isError = (issue: FoundIssue): boolean => {
  const { severity }: Text = deviceMessages[issue.code];
  return severity !== 'warning';
};
