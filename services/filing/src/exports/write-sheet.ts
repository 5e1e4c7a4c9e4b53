import { writeCsvStream, writeXlsxStream } from 'hucre';
import type { ExportFormat } from '@beian/contracts/exports.ts';

/** A table to be exported: rows are asked for as the reader takes them, so that memory does not grow with their number. */
export type Sheet = {
  /** Of the file, without its ending, and of the sheet. */
  name: string;
  columns: readonly string[];
  rows: AsyncIterable<Cell[]> | Iterable<Cell[]>;
};
export type Cell = string | number | null;

const types: Record<ExportFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/**
 * A table as a download. No cell is ever a formula: in a workbook text cells stay text; in CSV a text that begins with `= + - @`, a tab or a
 * line break gets an apostrophe before it, for spreadsheets would run it.
 */
export function writeSheet({ name, columns, rows }: Sheet, format: ExportFormat): Response {
  const body =
    format === 'csv'
      ? // Without the mark Excel takes UTF-8 for something else.
        writeCsvStream(rows, { headers: [...columns], bom: true, escapeFormulae: true })
      : writeXlsxStream(rows, {
          name: name.slice(0, 31),
          columns: columns.map((header) => ({ header, width: 18 })),
          freezePane: { rows: 1 },
        });
  return new Response(body, {
    headers: {
      'content-type': types[format],
      'content-disposition': `attachment; filename="export.${format}"; filename*=UTF-8''${encodeURIComponent(`${name}.${format}`)}`,
      'cache-control': 'private, no-store',
    },
  });
}
