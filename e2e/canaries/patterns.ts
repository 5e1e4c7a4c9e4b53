/** A value that must not be found, and the bytes by which it would be. */
export type Pattern = { canary: string; encoding: string; bytes: Buffer };

const utf16be = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();
const escapes = (text: string): string =>
  Array.from({ length: text.length }, (_, i) => `\\u${text.charCodeAt(i).toString(16).padStart(4, '0')}`).join('');
const percent = (bytes: Buffer): string => [...bytes].map((b) => `%${b.toString(16).padStart(2, '0')}`).join('');

/** What base64 makes of bytes wherever they begin in what is encoded: the characters that depend on them alone. */
function base64At(bytes: Buffer, offset: 0 | 1 | 2): string {
  const whole = Buffer.concat([Buffer.alloc(offset), bytes]);
  const last = Math.floor((whole.length * 8) / 6);
  return whole.toString('base64').slice(Math.ceil((offset * 8) / 6), last);
}

/** A value in every form in which a log, a queue, a database or an address may hold it. */
export function patternsOf(canary: string): Pattern[] {
  const utf8 = Buffer.from(canary);
  const isAscii = utf8.length === canary.length;
  const inBase64 = ([0, 1, 2] as const).map((offset) => base64At(utf8, offset));
  const all: [encoding: string, bytes: Buffer | string][] = [
    ['UTF-8', utf8],
    ['UTF-16LE', Buffer.from(canary, 'utf16le')],
    ['UTF-16BE', utf16be(canary)],
    ['hex', utf8.toString('hex')],
    ['HEX', utf8.toString('hex').toUpperCase()],
    ['JSON escapes', escapes(canary)],
    ['JSON ESCAPES', escapes(canary).replace(/[a-f]/g, (letter) => letter.toUpperCase())],
    ...inBase64.map((text): [string, string] => ['base64', text]),
    ...inBase64.map((text): [string, string] => ['base64url', text.replaceAll('+', '-').replaceAll('/', '_')]),
    // Digits and letters stand in an address as they are.
    ...(isAscii
      ? []
      : ([
          ['URL', percent(utf8).toUpperCase()],
          ['url', percent(utf8)],
        ] as [string, string][])),
  ];
  const seen = new Set<string>();
  return all
    .map(([encoding, bytes]) => ({ canary, encoding, bytes: Buffer.from(bytes) }))
    .filter(({ bytes }) => !seen.has(bytes.toString('latin1')) && seen.add(bytes.toString('latin1')));
}
