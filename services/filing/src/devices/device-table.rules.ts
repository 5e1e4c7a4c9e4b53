import { deviceColumns, type DeviceRow } from '@beian/contracts/device-tables.ts';
import { isError, type FoundIssue } from './device-messages.ts';
import { lintRow } from './device-row.rules.ts';

/** What a device table holds. `rows` counts every filled row; `devices` are those without errors. */
export type DeviceTable = {
  rows: number;
  devices: DeviceRow[];
  issues: FoundIssue[];
  moreIssues: number;
  errors: number;
};

export const maxListedIssues = 500;

/** A row of text cells with its line number in the sheet (1-based, headings included). */
export type SheetRow = { line: number; cells: readonly string[] };

/** The file is not our table; the reason is a code of `unreadableReasons`. */
export class UnreadableTable extends Error {
  readonly reason: UnreadableReason;
  constructor(reason: UnreadableReason) {
    super(reason);
    this.reason = reason;
  }
}
export const unreadableReasons = {
  'not-a-spreadsheet': { zh: '不是有效的 xlsx 或 csv 文件', en: 'not a valid xlsx or csv file' },
  'too-large': { zh: '解压后内容过大', en: 'too large when unpacked' },
  'active-content': { zh: '含有宏、外部链接或者公式', en: 'holds macros, external links or formulas' },
  'merged-cells': { zh: '含有合并单元格', en: 'holds merged cells' },
  headings: { zh: '表头与模板不一致', en: 'the headings are not those of the template' },
  empty: { zh: '没有数据行', en: 'there are no rows' },
  'too-many-rows': { zh: '超过 20000 行', en: 'more than 20,000 rows' },
  'took-too-long': { zh: '处理时间过长', en: 'it took too long to read' },
} as const;
export type UnreadableReason = keyof typeof unreadableReasons;

const maxRows = 20_000;
const plain = (heading: string): string => heading.replace(/[*＊\s]/g, '');

/** Reads and checks the rows of a sheet one by one; memory grows with the devices only. */
export async function readDeviceTable(
  rows: AsyncIterable<SheetRow> | Iterable<SheetRow>,
  today: string,
): Promise<DeviceTable> {
  const table: DeviceTable = { rows: 0, devices: [], issues: [], moreIssues: 0, errors: 0 };
  const note = (issue: FoundIssue) => {
    if (isError(issue)) table.errors += 1;
    if (table.issues.length < maxListedIssues) table.issues.push(issue);
    else table.moreIssues += 1;
  };
  const seen = { serial: new Map<string, number>(), gbCode: new Map<string, number>() };
  let columns: (string | undefined)[] | undefined;

  for await (const { line, cells } of rows) {
    if (cells.every((cell) => cell.trim() === '')) continue;
    if (!columns) {
      columns = columnsOf(cells);
      continue;
    }
    table.rows += 1;
    if (table.rows > maxRows) throw new UnreadableTable('too-many-rows');
    const byKey = Object.fromEntries(columns.flatMap((key, i) => (key === undefined ? [] : [[key, cells[i] ?? '']])));
    const { row, issues } = lintRow(byKey, line, today);
    issues.forEach(note);
    for (const column of ['serial', 'gbCode'] as const) {
      const value = (byKey[column] ?? '').trim();
      const before = value === '' ? undefined : seen[column].get(value);
      if (before !== undefined)
        note({
          row: line,
          column,
          code: column === 'serial' ? 'serial.twice' : 'gb-code.twice',
          params: { row: before },
        });
      else if (value !== '') seen[column].set(value, line);
    }
    if (row) table.devices.push(row);
  }
  if (!columns) throw new UnreadableTable('headings');
  if (table.rows === 0) throw new UnreadableTable('empty');
  return table;
}

/** The key of each column by its heading, whatever the order; every required one must be there. */
function columnsOf(cells: readonly string[]): (string | undefined)[] {
  const keys = cells.map(
    (cell) => deviceColumns.find((c) => plain(c.zh) === plain(cell) || plain(c.en) === plain(cell))?.key,
  );
  const complete = deviceColumns.every((column) => !column.required || keys.includes(column.key));
  if (!complete) throw new UnreadableTable('headings');
  return keys;
}
