import { deviceColumns, maxListedIssues, type DeviceRow } from '@beian/contracts/device-tables.ts';
import { isError, type DeviceIssueCode, type FoundIssue } from './device-messages.ts';
import { lintRow, type Cells, type LintedRow, type PlaceName } from './device-row.rules.ts';
import { freeSerials } from './serial-numbers.rules.ts';

/** What a device table holds. `rows` counts every filled row; `devices` are those without errors. */
export type DeviceTable = {
  rows: number;
  devices: DeviceRow[];
  /** The first 500: errors before warnings, in the order of the rows. */
  issues: FoundIssue[];
  moreIssues: number;
  errors: number;
  warnings: number;
  fixable: number;
};

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

/** A filled row as it was read, with what is wrong in it. */
export type ReadRow = { cells: Cells; issues: readonly FoundIssue[] };

/**
 * Reads and checks the rows of a sheet one by one; memory grows with the devices only. `see` is given every row as it is read; the
 * fixes of serial numbers are complete only at the end, when it is known which numbers are free.
 */
export async function readDeviceTable(
  rows: AsyncIterable<SheetRow> | Iterable<SheetRow>,
  { today, places }: { today: string; places: readonly PlaceName[] },
  see: (row: ReadRow) => void = () => undefined,
): Promise<DeviceTable> {
  const devices: DeviceRow[] = [];
  const notes = issueNotes();
  const identities = seenIdentities();
  const unnumbered: { issue: FoundIssue; position: number; before: string }[] = [];
  let sheet: Sheet | undefined;
  let count = 0;

  for await (const { line, cells } of rows) {
    if (cells.every((cell) => cell.trim() === '')) continue;
    if (!sheet) {
      sheet = sheetOf(cells);
      continue;
    }
    count += 1;
    if (count > maxRows) throw new UnreadableTable('too-many-rows');
    const row = sheet.read(cells);
    const place = { line, cellOf: (column: string) => sheet?.cellOf(column, line) ?? '' };
    const { device, identity, issues } = lintRow(row, place, today, places);
    issues.push(...identities.twice(identity, place));
    for (const issue of issues) {
      if (needsNumber(issue)) unnumbered.push({ issue, position: count, before: row['serial'] ?? '' });
      notes.add(issue);
    }
    see({ cells: row, issues });
    if (device) devices.push(device);
  }
  if (!sheet) throw new UnreadableTable('headings');
  if (count === 0) throw new UnreadableTable('empty');
  const serials = freeSerials(
    identities.serials(),
    unnumbered.map(({ position }) => position),
  );
  unnumbered.forEach(({ issue, before }, i) => {
    const { row, column, cell } = issue;
    issue.fix = [{ row, column, cell, before, after: String(serials[i]) }];
  });
  return { rows: count, devices, ...notes.all(), fixable: notes.fixable() + unnumbered.length };
}

/** Counts issues and keeps the first of each severity. */
function issueNotes() {
  const errors: FoundIssue[] = [];
  const warnings: FoundIssue[] = [];
  const counts = { errors: 0, warnings: 0, fixable: 0 };
  return {
    add(issue: FoundIssue): void {
      const [kept, count] = isError(issue) ? ([errors, 'errors'] as const) : ([warnings, 'warnings'] as const);
      counts[count] += 1;
      if (issue.fix) counts.fixable += 1;
      if (kept.length < maxListedIssues) kept.push(issue);
    },
    all() {
      const issues = [...errors, ...warnings].slice(0, maxListedIssues).toSorted((a, b) => a.row - b.row);
      const moreIssues = counts.errors + counts.warnings - issues.length;
      return { issues, moreIssues, errors: counts.errors, warnings: counts.warnings };
    },
    fixable: () => counts.fixable,
  };
}

const twiceCodes = { serial: 'serial.twice', gbCode: 'gb-code.twice', mac: 'mac.twice' } as const satisfies Record<
  string,
  DeviceIssueCode
>;
const identifying = ['serial', 'gbCode', 'mac'] as const;

/** Finds a number, code or address that an earlier row has. */
function seenIdentities() {
  const seen = {
    serial: new Map<unknown, number>(),
    gbCode: new Map<unknown, number>(),
    mac: new Map<unknown, number>(),
  };
  return {
    twice: (identity: LintedRow['identity'], { line, cellOf }: { line: number; cellOf: (column: string) => string }) =>
      identifying.flatMap((column): FoundIssue[] => {
        const value = identity[column];
        const before = value === undefined ? undefined : seen[column].get(value);
        if (value !== undefined && before === undefined) seen[column].set(value, line);
        if (before === undefined) return [];
        return [{ row: line, column, cell: cellOf(column), code: twiceCodes[column], params: { row: before } }];
      }),
    serials: () => [...seen.serial.keys()].filter((serial) => typeof serial === 'number'),
  };
}

const numbering: readonly DeviceIssueCode[] = ['cell.required', 'cell.number', 'serial.range', 'serial.twice'];
const needsNumber = (issue: FoundIssue): boolean => issue.column === 'serial' && numbering.includes(issue.code);

type Sheet = { read: (cells: readonly string[]) => Cells; cellOf: (column: string, line: number) => string };

/** How rows of a sheet are read under its headings, whatever the order of its columns. */
function sheetOf(headings: readonly string[]): Sheet {
  const keys = columnsOf(headings);
  return {
    read: (cells) => Object.fromEntries(keys.flatMap((key, i) => (key === undefined ? [] : [[key, cells[i] ?? '']]))),
    cellOf: (column, line) => `${letterOf(Math.max(0, keys.indexOf(column)))}${line}`,
  };
}

const letterOf = (index: number): string =>
  index < 26
    ? String.fromCharCode(65 + index)
    : `${String.fromCharCode(64 + Math.floor(index / 26))}${String.fromCharCode(65 + (index % 26))}`;

/** The key of each column by its heading; every required one must be there, none twice. */
function columnsOf(cells: readonly string[]): (string | undefined)[] {
  const keys = cells.map(
    (cell) => deviceColumns.find((c) => plain(c.zh) === plain(cell) || plain(c.en) === plain(cell))?.key,
  );
  const complete = deviceColumns.every((column) => !column.required || keys.includes(column.key));
  const known = keys.filter((key) => key !== undefined);
  if (!complete || new Set(known).size !== known.length) throw new UnreadableTable('headings');
  return keys;
}
