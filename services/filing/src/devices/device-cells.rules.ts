import type { DeviceIssueCode } from './device-messages.ts';
import { halfWidth } from './device-synonyms.rules.ts';

type Params = Record<string, string | number>;
/** Values of cells of the same row that mend an issue, by column. */
export type RowFix = Readonly<Record<string, string>>;
/** Notes an issue of a cell. */
export type Say = (column: string, code: DeviceIssueCode, params?: Params, fix?: RowFix) => void;

/** How much of a cell is shown in a message. */
export const shown = (value: string): string => (value.length > 20 ? `${value.slice(0, 20)}…` : value);

// Columns of codes, numbers and dates, where full-width forms say nothing, and those of them where spaces say nothing either.
const narrow = new Set(['serial', 'longitude', 'latitude', 'model', 'gbCode', 'mac', 'enabledOn', 'retentionDays']);
const spaceless = new Set(['serial', 'longitude', 'latitude', 'gbCode', 'mac', 'retentionDays']);
// Zero-width and control characters, halves of characters: nobody typed them, nobody sees them.
const invisible =
  /[\u0000-\u0008\u000e-\u001f\u007f\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ud800-\udfff]/gu;

/**
 * A cell without what does not belong to its meaning: surrounding, doubled and invisible spaces everywhere, full-width forms and
 * inner spaces where only a code, a number or a date can stand. Says what it tidied; the row is read as if it had been written so.
 */
export function tidyCell(column: string, raw: string, say: Say): string {
  const visible = raw.replace(invisible, '').replace(/\s+/g, ' ').trim();
  const halved = narrow.has(column) ? halfWidth(visible) : visible;
  const tidy = spaceless.has(column) ? halved.replace(/\s/g, '') : halved;
  if (tidy === raw || tidy === '') return tidy;
  if (halved !== visible) say(column, 'cell.full-width', { fixed: shown(tidy) }, { [column]: tidy });
  else say(column, 'cell.spaces', {}, { [column]: tidy });
  return tidy;
}

const wordsAround: Readonly<Record<string, RegExp>> = {
  retentionDays: /^(\d+)(?:天|日|days?|d)$/i,
  longitude: /^(?:东经|经度|e)?:?(\d+(?:\.\d+)?)(?:°|度|e|东经)*$/i,
  latitude: /^(?:北纬|纬度|n)?:?(\d+(?:\.\d+)?)(?:°|度|n|北纬)*$/i,
};

/** The number of a tidy cell; `30天` and `E113.93°` are mended. */
export function numberOf(column: string, value: string, say: Say): number | undefined {
  if (value === '') return undefined;
  if (/^-?\d+(\.\d+)?$/.test(value)) return Number(value);
  const bare = wordsAround[column]?.exec(value)?.[1];
  say(column, 'cell.number', { value: shown(value) }, bare === undefined ? undefined : { [column]: bare });
  return undefined;
}

/** The date of a tidy cell as YYYY-MM-DD. Other forms of a date are understood and mended; a bare day count of a spreadsheet is mended only. */
export function dateOf(column: string, value: string, say: Say): string | undefined {
  if (value === '') return undefined;
  const date = writtenDate(value);
  if (date === undefined) {
    const counted = countedDate(value);
    say(column, 'date.format', { value: shown(value) }, counted === undefined ? undefined : { [column]: counted });
  } else if (date !== value) say(column, 'date.form', { fixed: date }, { [column]: date });
  return date;
}

/** `2025-03-01`, `2025/3/1`, `2025.3.1`, `2025年3月1日`, `20250301`, each with a time or without; undefined when it is no real date. */
function writtenDate(value: string): string | undefined {
  const match =
    /^(\d{4}) ?[-/.年] ?(\d{1,2}) ?[-/.月] ?(\d{1,2}) ?日?(?:[T ]\d{1,2}:.*)?$/.exec(value) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(value);
  if (!match) return undefined;
  const [year, month, day] = match.slice(1, 4).map(Number) as [number, number, number];
  const date = new Date(Date.UTC(year, month - 1, day));
  if (year < 1900 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  return date.toISOString().slice(0, 10);
}

// Spreadsheets count days from 1899-12-30; a cell formatted as a number shows the count (36526 is 2000-01-01, 54788 is 2049-12-31).
function countedDate(value: string): string | undefined {
  const days = Number(value);
  if (!/^\d{5}$/.test(value) || days < 36_526 || days > 54_788) return undefined;
  return new Date(Date.UTC(1899, 11, 30 + days)).toISOString().slice(0, 10);
}
