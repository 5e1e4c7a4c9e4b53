import { streamCsvRows, streamXlsxRows, type CellValue } from 'hucre';
import { checkedArchive } from './check-archive.ts';
import { UnreadableTable, type SheetRow } from './device-table.rules.ts';

const maxColumns = 40;
/** Rows that are looked at, blank ones included. */
const maxLines = 100_000;
/** Longer than any cell may be; what comes behind is not read. */
const maxCell = 2000;
/** In all cells together: a text that a sheet keeps once may stand in every cell. Enough for 20,000 rows with every cell full. */
const maxCharacters = 32_000_000;

/** Rows of an xlsx or csv file as text, one by one. Anything that is not plain data is refused before it is parsed. */
export async function* sheetRows(bytes: Uint8Array, mediaType: string): AsyncGenerator<SheetRow> {
  const rows = mediaType === 'text/csv' ? csvRows(bytes) : xlsxRows(bytes);
  let lines = 0;
  let characters = 0;
  try {
    for await (const row of rows) {
      lines += 1;
      for (const cell of row.cells) characters += cell.length;
      if (lines > maxLines) throw new UnreadableTable('too-many-rows');
      if (characters > maxCharacters) throw new UnreadableTable('too-large');
      yield row;
    }
  } catch (error) {
    if (error instanceof UnreadableTable) throw error;
    throw new UnreadableTable('not-a-spreadsheet');
  }
}

async function* csvRows(bytes: Uint8Array): AsyncGenerator<SheetRow> {
  const text = decode(bytes);
  let line = 0;
  for (const row of streamCsvRows(text)) {
    line += 1;
    yield { line, cells: asText(row) };
  }
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Chinese office programs save csv in GB 18030.
    return new TextDecoder('gb18030', { fatal: true }).decode(bytes);
  }
}

async function* xlsxRows(bytes: Uint8Array): AsyncGenerator<SheetRow> {
  for await (const row of streamXlsxRows(await checkedArchive(bytes), { sheet: 0 })) {
    yield { line: row.index + 1, cells: asText(row.values) };
  }
}

const asText = (values: readonly CellValue[]): string[] =>
  values.slice(0, maxColumns).map((value) => textOf(value).slice(0, maxCell));

// Numbers keep their digits, dates become ISO: what the cell means, as the linter reads it.
function textOf(value: CellValue): string {
  if (value instanceof Date) return value.toISOString().replace('T00:00:00.000Z', '');
  if (value === true) return '是';
  if (value === false) return '否';
  // A number of more than 15 digits has lost its last ones: it must not look like a code.
  if (typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value))
    return value.toExponential();
  return String(value ?? '');
}
