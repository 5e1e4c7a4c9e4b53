import { crc32, deflateRawSync } from 'node:zlib';
import { Zip, type ZipInputFile } from 'fflate';

/** A ZIP archive, packed by zlib: for tests, a bomb of 50 MB must not take longer to make than to refuse. */
export function anArchive(parts: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const chunks: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  for (const [filename, bytes] of Object.entries(parts)) {
    const file: ZipInputFile = { filename, compression: 8, crc: crc32(bytes), size: bytes.byteLength };
    zip.add(file);
    file.ondata?.(null, deflateRawSync(bytes), true);
  }
  zip.end();
  return new Uint8Array(Buffer.concat(chunks));
}
