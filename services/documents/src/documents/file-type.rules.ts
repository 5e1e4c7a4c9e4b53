import { fileTypeFromBuffer } from 'file-type';
import type { StoredDocument } from '@beian/contracts/documents.ts';
import type { DocumentKind } from '@beian/contracts/vocabulary.ts';

export type MediaType = StoredDocument['mediaType'];
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const scans: readonly MediaType[] = ['application/pdf', 'image/png', 'image/jpeg'];
const tables: readonly MediaType[] = [xlsx, 'text/csv'];

/** Types that a kind of document may have (G10). */
export const acceptedTypes = (kind: DocumentKind): readonly MediaType[] => (kind === 'device_table' ? tables : scans);

/** Those types as people call them. */
export const acceptedNames = (kind: DocumentKind): string => (kind === 'device_table' ? 'xlsx, csv' : 'PDF, PNG, JPEG');

/**
 * The type as the bytes tell it, never the name. After the signature the whole is looked at again: a file that is a picture
 * or a PDF at its head and something else behind (a polyglot) is no type at all.
 */
export async function typeOfBytes(bytes: Uint8Array): Promise<MediaType | undefined> {
  const detected = await fileTypeFromBuffer(bytes).catch(() => undefined);
  switch (detected?.mime) {
    case 'application/pdf':
      return isWholePdf(bytes) ? 'application/pdf' : undefined;
    case 'image/png':
      return isWholePng(bytes) ? 'image/png' : undefined;
    case 'image/jpeg':
      return endsWith(bytes, [0xff, 0xd9]) ? 'image/jpeg' : undefined;
    case xlsx:
      return xlsx;
    case undefined:
      return isCsv(bytes) ? 'text/csv' : undefined;
    default:
      return undefined;
  }
}

const endsWith = (bytes: Uint8Array, tail: readonly number[]) =>
  tail.every((byte, i) => bytes.at(i - tail.length) === byte);

/** Chunk after chunk (length, type, data, checksum) to IEND, and nothing behind it. */
function isWholePng(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 8;
  while (at + 12 <= bytes.byteLength) {
    const isEnd = view.getUint32(at + 4) === 0x49454e44;
    at += 12 + view.getUint32(at);
    if (isEnd) return at === bytes.byteLength;
  }
  return false;
}

function isWholePdf(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = text.lastIndexOf('%%EOF');
  // A ZIP's end record behind or inside the file makes it an archive to other programs.
  return (
    text.subarray(0, 5).toString() === '%PDF-' &&
    end > text.length - 64 &&
    text.lastIndexOf(Buffer.from('PK\x05\x06')) < 0
  );
}

function isCsv(bytes: Uint8Array): boolean {
  const text = decodeText(bytes.subarray(0, 65_536));
  return text !== undefined && !/[\0-\x08\x0e-\x1f]/.test(text) && /[,，\t;]/.test(text.split('\n', 1)[0] ?? '');
}

/** UTF-8, else GB 18030 as Chinese office programs write it; undefined when it is neither. */
export function decodeText(bytes: Uint8Array): string | undefined {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      // A cut in the middle of a character is no fault: the decoder is told that more may follow.
      return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
    } catch {
      // not this encoding: try the next
    }
  }
  return undefined;
}

/** The name as it may be shown and offered for download: no folders, no control or direction marks, at most 120 characters. */
export function cleanName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  const clean = last.replace(/[\p{Cc}\p{Cf}<>:"|?*]/gu, '').trim();
  const characters = Array.from(clean.replace(/^\.+/, ''));
  return characters.length === 0 ? 'file' : characters.slice(-120).join('');
}
