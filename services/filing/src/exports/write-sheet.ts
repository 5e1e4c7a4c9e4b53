import { writeXlsxStream } from 'hucre';
import type { ExportFormat } from '@beian/contracts/exports.ts';
import { csvLine, csvStart } from '@beian/service-kit/csv.ts';

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
      ? ReadableStream.from(csvOf(columns, rows))
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

async function* csvOf(columns: readonly string[], rows: Sheet['rows']): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  yield encoder.encode(csvStart + csvLine(columns));
  for await (const row of rows) yield encoder.encode(csvLine(row.map((cell) => cell ?? undefined)));
}
