import { glob, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

const compress = promisify(brotliCompress);
/** What is smaller than a packet gains nothing. */
const leastBytes = 1024;

/** Lays a Brotli copy (`.br`) beside each script and style sheet of a build, so that the gateway sends it without compressing it each time. */
export async function compressAssets(dist: string): Promise<void> {
  for await (const file of glob('**/assets/*.{js,css}', { cwd: dist })) {
    const bytes = await readFile(join(dist, file));
    if (bytes.length < leastBytes) continue;
    // 9 of 11: the last two grades cost ten times as long for two in a hundred.
    const params = { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
    await writeFile(join(dist, `${file}.br`), await compress(bytes, { params }));
  }
}
