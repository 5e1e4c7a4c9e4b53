import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { constants, inflateRawSync, inflateSync } from 'node:zlib';
import type { Pattern } from './patterns.ts';

export type Found = { where: string; canary: string; encoding: string };

/** Of one part of a file; parts overlap by more than the longest pattern. */
const partBytes = 32 * 2 ** 20;
const overlap = 4096;
/** What is compressed is looked at up to this size. */
const inflatedBytes = 20 * 2 ** 20;

type Compression = { name: string; starts: Buffer[]; inflate: (bytes: Buffer) => Buffer };
// What is cut off at the end of a part is looked at as far as it goes.
const limits = { maxOutputLength: inflatedBytes, finishFlush: constants.Z_SYNC_FLUSH };
const compressions: Compression[] = [
  {
    name: 'gzip',
    starts: [Buffer.from([0x1f, 0x8b, 0x08])],
    inflate: (b) => inflateRawSync(b.subarray(gzipHeaderLength(b)), limits),
  },
  {
    name: 'zlib',
    starts: [0x01, 0x5e, 0x9c, 0xda].map((level) => Buffer.from([0x78, level])),
    inflate: (b) => inflateSync(b, limits),
  },
  // A part of a ZIP archive, such as a spreadsheet: its header says how far away its bytes are.
  {
    name: 'zip',
    starts: [Buffer.from('PK\u0003\u0004')],
    inflate: (b) => inflateRawSync(b.subarray(30 + b.readUInt16LE(26) + b.readUInt16LE(28)), limits),
  },
];

/** RFC 1952: ten bytes, then what its flags announce. Node's own gunzip refuses a file that goes on behind its end. */
function gzipHeaderLength(bytes: Buffer): number {
  const flags = bytes.readUInt8(3);
  let at = 10;
  if (flags & 0x04) at += 2 + bytes.readUInt16LE(at);
  for (const named of [0x08, 0x10]) if (flags & named) at = bytes.indexOf(0, at) + 1;
  return flags & 0x02 ? at + 2 : at;
}

/** Where bytes hold one of the patterns, as they are and in what is compressed in them. */
export function findIn(where: string, bytes: Buffer, patterns: readonly Pattern[]): Found[] {
  const held = (some: Buffer, how = ''): Found[] =>
    patterns
      .filter((pattern) => some.includes(pattern.bytes))
      .map(({ canary, encoding }) => ({ where, canary, encoding: `${encoding}${how}` }));
  const packed = compressions.flatMap(({ name, starts, inflate }) =>
    starts.flatMap((start) =>
      [...places(bytes, start)].flatMap((at) => {
        const inflated = inflatedOr(() => inflate(bytes.subarray(at)));
        return inflated === undefined ? [] : held(inflated, ` in ${name}`);
      }),
    ),
  );
  return [...held(bytes), ...packed];
}

function* places(bytes: Buffer, start: Buffer): Generator<number> {
  for (let at = bytes.indexOf(start); at >= 0; at = bytes.indexOf(start, at + 1)) yield at;
}

/** Most places only look like the beginning of something compressed. */
function inflatedOr(inflate: () => Buffer): Buffer | undefined {
  try {
    return inflate();
  } catch {
    return undefined;
  }
}

/** The same for every file below a folder; also how many bytes were looked at, so that nobody searches an empty folder. */
export async function findBelow(dir: string, patterns: readonly Pattern[]): Promise<{ found: Found[]; bytes: number }> {
  const found: Found[] = [];
  let total = 0;
  for await (const file of filesBelow(dir)) {
    const where = relative(dir, file);
    found.push(...findIn(`the name ${where}`, Buffer.from(where), patterns));
    let rest = Buffer.alloc(0);
    try {
      for await (const chunk of createReadStream(file, { highWaterMark: partBytes })) {
        const part = Buffer.concat([rest, chunk as Buffer]);
        found.push(...findIn(where, part, patterns));
        total += (chunk as Buffer).length;
        rest = part.subarray(-overlap);
      }
    } catch (error) {
      mustBeGone(error);
    }
  }
  return { found, bytes: total };
}

/** Node's own recursive reading ends at the first folder that goes while it reads. */
async function* filesBelow(dir: string): AsyncGenerator<string> {
  for (const entry of await readdir(dir, { withFileTypes: true }).catch(mustBeGone)) {
    const path = join(dir, entry.name);
    if (entry.isDirectory()) yield* filesBelow(path);
    else if (entry.isFile()) yield path;
  }
}

/** Servers remove files and folders of their own while they run. */
function mustBeGone(error: unknown): [] {
  if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  return [];
}
