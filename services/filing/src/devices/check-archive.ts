import { Readable } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import { Zip, type ZipInputFile } from 'fflate';
import { UnreadableTable } from './device-table.rules.ts';
import { partScanner } from './spreadsheet-part.rules.ts';
import { filesOf, type PackedFile } from './zip-directory.rules.ts';

const maxUnpacked = 48 * 1_048_576;
/** Of a part that is read as a whole: all but the sheets and their texts. */
const maxSmallPart = 4 * 1_048_576;
const maxRatio = 200;
const large = /worksheets\/|sharedStrings/i;
// Printer settings are harmless and in most files that were ever printed.
const forbidden =
  /vbaProject|(?<!printerSettings\d{0,4})\.bin$|externalLink|\/embeddings\/|macrosheet|activeX|\/connections\.xml$|queryTable/i;

/**
 * Checks a spreadsheet's archive without keeping what it unpacks, and answers an archive of the parts that were checked, byte for
 * byte as they were packed: what is parsed is exactly what was checked. Throws UnreadableTable with the reason.
 */
export async function checkedArchive(archive: Uint8Array): Promise<Uint8Array> {
  const files = filesOf(archive);
  if (files.some(({ name }) => forbidden.test(name))) throw new UnreadableTable('active-content');
  if (files.reduce((sum, { size }) => sum + size, 0) > maxUnpacked) throw new UnreadableTable('too-large');
  for (const { size, packed } of files) {
    const swollen = size > 1_048_576 && size / Math.max(1, packed.byteLength) > maxRatio;
    if (swollen) throw new UnreadableTable('too-large');
  }
  // Pictures and the like are never unpacked: they do not come along.
  const parts = files.filter(({ name }) => /\.(xml|rels)$/i.test(name));
  for (const part of parts) await checkPart(part);
  return repacked(parts);
}

/** Unpacks a part chunk by chunk: counts what really comes out, for the directory may lie, and looks for what no device table needs. */
async function checkPart(part: PackedFile): Promise<void> {
  const { name, size } = part;
  if (size > maxSmallPart && !large.test(name)) throw new UnreadableTable('too-large');
  const scan = partScanner(name);
  let counted = 0;
  let crc = 0;
  for await (const chunk of unpacked(part)) {
    counted += chunk.byteLength;
    if (counted > size) throw new UnreadableTable('too-large');
    crc = crc32(chunk, crc);
    const refused = scan(chunk.toString('latin1'));
    if (refused) throw new UnreadableTable(refused);
  }
  if (counted !== size || crc !== part.crc) throw new UnreadableTable('not-a-spreadsheet');
}

async function* unpacked({ compression, packed }: PackedFile): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(packed.buffer, packed.byteOffset, packed.byteLength);
  if (compression === 0) yield bytes;
  else yield* Readable.from([bytes]).pipe(createInflateRaw({ chunkSize: 65_536 })) as AsyncIterable<Buffer>;
}

function repacked(parts: readonly PackedFile[]): Uint8Array {
  const chunks: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  for (const { name, compression, crc, size, packed } of parts) {
    const file: ZipInputFile = { filename: name, compression, crc, size };
    zip.add(file);
    file.ondata?.(null, Uint8Array.from(packed), true);
  }
  zip.end();
  return Buffer.concat(chunks);
}
