import { UnreadableTable } from './device-table.rules.ts';

/** A file of an archive, still packed, as the archive's directory describes it. */
export type PackedFile = {
  name: string;
  /** 0 stored, 8 deflated. */
  compression: 0 | 8;
  crc: number;
  /** Bytes when unpacked, as declared. */
  size: number;
  packed: Uint8Array;
};

const maxFiles = 50;
const damaged = () => new UnreadableTable('not-a-spreadsheet');

/**
 * The directory of a ZIP archive. What honest writers never do is refused: more than 50 files, encrypted ones, two of one name, data
 * that several share or that lies outside of the archive. Throws UnreadableTable; RangeError when it ends too early.
 */
export function filesOf(archive: Uint8Array): PackedFile[] {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const { count, start } = directoryOf(view);
  if (count > maxFiles) throw new UnreadableTable('too-large');
  const files: PackedFile[] = [];
  const extents: { from: number; to: number }[] = [];
  let at = start;
  for (let i = 0; i < count; i += 1) {
    if (view.getUint32(at, true) !== 0x0201_4b50) throw damaged();
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const { packedSize, size, offset } = sizesOf(view, at, { from: at + 46 + nameLength, length: extraLength });
    const name = archive.subarray(at + 46, at + 46 + nameLength);
    const from = dataOf(view, archive, offset, name);
    const compression = view.getUint16(at + 10, true);
    const encrypted = (view.getUint16(at + 8, true) & 1) === 1;
    if (encrypted || (compression !== 0 && compression !== 8) || from + packedSize > start) throw damaged();
    const crc = view.getUint32(at + 16, true);
    const packed = archive.subarray(from, from + packedSize);
    files.push({ name: new TextDecoder().decode(name), compression, crc, size, packed });
    extents.push({ from: offset, to: from + packedSize });
    at += 46 + nameLength + extraLength + view.getUint16(at + 32, true);
  }
  const inOrder = extents.toSorted((a, b) => a.from - b.from);
  const overlapping = inOrder.some((extent, i) => extent.from < (inOrder[i - 1]?.to ?? 0));
  if (overlapping || new Set(files.map(({ name }) => name)).size !== count) throw damaged();
  return files;
}

/** Where the directory begins and how many files it lists; the record at the end, or its 64-bit form that stream writers use. */
function directoryOf(view: DataView): { count: number; start: number } {
  let end = view.byteLength - 22;
  while (end >= 0 && view.getUint32(end, true) !== 0x0605_4b50) {
    if (view.byteLength - end > 65_557) throw damaged();
    end -= 1;
  }
  if (end < 0) throw damaged();
  const count = view.getUint16(end + 10, true);
  const start = view.getUint32(end + 16, true);
  if (count !== 0xffff && start !== 0xffff_ffff) return { count, start };
  if (view.getUint32(end - 20, true) !== 0x0706_4b50) throw damaged();
  const record = wide(view, end - 12);
  if (view.getUint32(record, true) !== 0x0606_4b50) throw damaged();
  return { count: wide(view, record + 32), start: wide(view, record + 48) };
}

/** Sizes and offset of an entry; those that do not fit stand in its extra field, in this order. */
function sizesOf(view: DataView, at: number, extra: { from: number; length: number }) {
  const narrow = [24, 20, 42].map((offset) => view.getUint32(at + offset, true));
  if (!narrow.includes(0xffff_ffff))
    return { size: narrow[0] ?? 0, packedSize: narrow[1] ?? 0, offset: narrow[2] ?? 0 };
  let field = extra.from;
  while (field < extra.from + extra.length && view.getUint16(field, true) !== 1)
    field += 4 + view.getUint16(field + 2, true);
  if (field >= extra.from + extra.length) throw damaged();
  let next = field + 4;
  const [size = 0, packedSize = 0, offset = 0] = narrow.map((value) => {
    if (value !== 0xffff_ffff) return value;
    next += 8;
    return wide(view, next - 8);
  });
  return { size, packedSize, offset };
}

/** Where the data of an entry begins: behind its local header, which must call it by the same name. */
function dataOf(view: DataView, archive: Uint8Array, offset: number, name: Uint8Array): number {
  const nameLength = view.getUint16(offset + 26, true);
  const local = archive.subarray(offset + 30, offset + 30 + nameLength);
  if (view.getUint32(offset, true) !== 0x0403_4b50 || Buffer.compare(local, name) !== 0) throw damaged();
  return offset + 30 + nameLength + view.getUint16(offset + 28, true);
}

function wide(view: DataView, at: number): number {
  const value = view.getBigUint64(at, true);
  if (value > 0xffff_ffffn) throw damaged();
  return Number(value);
}
