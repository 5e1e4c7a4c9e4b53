import { streamXlsxRows, streamCsvRows, type CellValue } from 'hucre';
import { unzipSync, zipSync } from 'fflate';
import { UnreadableTable, type SheetRow } from './device-table.rules.ts';

const maxEntries = 50;
const maxUnpacked = 48 * 1_048_576;
const maxRatio = 200;
const maxColumns = 40;
const forbidden = /vbaProject|\.bin$|externalLink|\/embeddings\/|macrosheet|activeX/i;

/** Rows of an xlsx or csv file as text, one by one. Anything that is not plain data is refused before it is parsed. */
export async function* sheetRows(bytes: Uint8Array, mediaType: string): AsyncGenerator<SheetRow> {
  const rows = mediaType === 'text/csv' ? csvRows(bytes) : xlsxRows(bytes);
  try {
    for await (const row of rows) yield row;
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
  for await (const row of streamXlsxRows(repacked(bytes), { sheet: 0 })) {
    yield { line: row.index + 1, cells: asText(row.values) };
  }
}

/**
 * Checks the archive and packs its entries anew, so that what is parsed is exactly what was checked: sizes come from the
 * directory, inflating stops at them, and nothing hides behind a header that lies.
 */
function repacked(bytes: Uint8Array): Uint8Array {
  let entries = 0;
  let total = 0;
  const files = unzipSync(bytes, {
    filter: (file) => {
      entries += 1;
      total += file.originalSize;
      const ratio = file.originalSize / Math.max(1, file.size);
      if (entries > maxEntries || total > maxUnpacked || (ratio > maxRatio && file.originalSize > 1_048_576))
        throw new UnreadableTable('too-large');
      if (forbidden.test(file.name)) throw new UnreadableTable('active-content');
      return true;
    },
  });
  for (const [name, content] of Object.entries(files)) {
    if (!/\.(xml|rels)$/i.test(name)) continue;
    const xml = new TextDecoder().decode(content);
    if (/<!(DOCTYPE|ENTITY)/i.test(xml)) throw new UnreadableTable('active-content');
    if (!/worksheets\//i.test(name)) continue;
    if (/<f[\s>/]/.test(xml)) throw new UnreadableTable('active-content');
    if (/<mergeCell\s/.test(xml)) throw new UnreadableTable('merged-cells');
  }
  return zipSync(files, { level: 0 });
}

// Numbers keep their digits, dates become ISO: what the cell means, as the linter reads it.
const asText = (values: readonly CellValue[]): string[] =>
  values
    .slice(0, maxColumns)
    .map((value) =>
      value instanceof Date
        ? value.toISOString()
        : value === true
          ? '是'
          : value === false
            ? '否'
            : String(value ?? ''),
    );
