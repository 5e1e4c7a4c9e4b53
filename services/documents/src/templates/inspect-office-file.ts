import { unzipSync } from 'fflate';
import { streamXlsxRows } from 'hucre';
import { deviceColumns } from '@beian/contracts/device-tables.ts';
import { leadsOut, readsOtherwise } from '@beian/contracts/office-relations.rules.ts';
import { problem } from '@beian/service-kit/problem.ts';
import { docx, xlsx } from './built-in.ts';

export type OfficeType = typeof docx | typeof xlsx;

const maxEntries = 200;
const maxUnpacked = 20 * 1_048_576;
const names: Record<OfficeType, string> = { [docx]: 'docx', [xlsx]: 'xlsx' };
const mainParts: Record<OfficeType, string> = {
  [docx]: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
  [xlsx]: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
};
const activeParts = /vbaProject|\.bin$|externalLink|\/embeddings\/|macrosheet|activeX/i;
const activeTypes = /macroEnabled|vbaProject|activeX/i;

type Parts = Readonly<Record<string, string>>;

/**
 * Looks into a file that thousands of people will open: it is the docx or xlsx that it should be, by its parts and never by its name,
 * and holds nothing that runs or is fetched from elsewhere. Throws `document.type` or `template.active-content`; answers its XML parts.
 */
export function inspectOfficeFile(bytes: Uint8Array, expected: OfficeType): Parts {
  const type = names[expected];
  const parts = unpacked(bytes, type);
  if (Object.values(parts).some(readsOtherwise)) throw problem('document.type', { params: { accepted: type } });
  const types = parts['[Content_Types].xml'] ?? '';
  const runs =
    activeTypes.test(types) ||
    Object.entries(parts).some(
      ([name, xml]) =>
        activeParts.test(name) || /<!(DOCTYPE|ENTITY)/i.test(xml) || (/\.rels$/i.test(name) && leadsOut(xml)),
    );
  if (runs) throw problem('template.active-content', { params: { type } });
  if (!types.includes(`"${mainParts[expected]}"`)) throw problem('document.type', { params: { accepted: type } });
  return parts;
}

function unpacked(bytes: Uint8Array, type: string): Parts {
  let entries = 0;
  let total = 0;
  try {
    const files = unzipSync(bytes, {
      filter: ({ originalSize }) => {
        entries += 1;
        total += originalSize;
        if (entries > maxEntries || total > maxUnpacked) throw new RangeError('too large when unpacked');
        return true;
      },
    });
    const text = new TextDecoder();
    return Object.fromEntries(
      Object.entries(files).map(([name, content]) => [name, /\.(xml|rels)$/i.test(name) ? text.decode(content) : '']),
    );
  } catch (cause) {
    throw problem('document.type', { params: { accepted: type }, cause });
  }
}

const plain = (heading: unknown): string => String(heading ?? '').replace(/[*＊\s]/g, '');

/** What filers fill in must pass the check of device tables afterwards: every column, no formulas, no merged cells. `template.table` otherwise. */
export async function inspectDeviceTable(bytes: Uint8Array, parts: Parts): Promise<void> {
  const refused = problem('template.table', { params: { columns: deviceColumns.map(({ zh }) => zh).join('、') } });
  const sheets = Object.entries(parts).filter(([name]) => /worksheets\//i.test(name));
  if (sheets.some(([, xml]) => /<f[\s>/]|<mergeCell\s/.test(xml))) throw refused;
  const headings = new Set((await firstRow(bytes)).map(plain));
  if (!deviceColumns.every(({ zh }) => headings.has(plain(zh)))) throw refused;
}

async function firstRow(bytes: Uint8Array): Promise<readonly unknown[]> {
  try {
    for await (const { values } of streamXlsxRows(bytes, { sheet: 0 })) return values;
  } catch {
    // A workbook that cannot be read has no headings either.
  }
  return [];
}
