import { stripVTControlCharacters } from 'node:util';

/** Columns of equal width, two spaces between; Chinese characters count as two. An empty heading row is left out. */
export function textTable(headings: string[], rows: string[][]): string {
  const all = headings.some((heading) => heading !== '') ? [headings, ...rows] : rows;
  const widths = headings.map((_, column) => Math.max(...all.map((row) => displayWidth(row[column] ?? ''))));
  return all
    .map((row) => row.map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - displayWidth(cell))).join('  '))
    .map((line) => `  ${line.trimEnd()}`)
    .join('\n');
}

function displayWidth(text: string): number {
  return Array.from(stripVTControlCharacters(text)).reduce(
    (width, sign) =>
      width + (/[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60]/.test(sign) ? 2 : 1),
    0,
  );
}
