import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { findBelow, findIn } from './find.ts';
import { patternsOf } from './patterns.ts';

const name = '欧阳镜湖';
const number = '440305199011223391';
const patterns = [name, number].flatMap(patternsOf);

/** A part of a ZIP archive as a spreadsheet has it. */
function zipped(text: string): Buffer {
  const header = Buffer.alloc(30);
  header.write('PK\u0003\u0004', 'latin1');
  header.writeUInt16LE(8, 8);
  header.writeUInt16LE(5, 26);
  return Buffer.concat([header, Buffer.from('a.xml'), deflateRawSync(Buffer.from(text))]);
}

describe.each([name, number])('the search for %s finds it', (canary) => {
  const wide = Buffer.from(`x ${canary} y`, 'utf16le');
  it.each<[string, Buffer | string]>([
    ['as it is', `name=${canary};`],
    ['in UTF-16LE', wide],
    ['in UTF-16BE', Buffer.from(wide).swap16()],
    ['in hex', Buffer.from(`\\x${Buffer.from(canary).toString('hex')}`)],
    ['in an address', `/api/review/tasks?q=${encodeURIComponent(canary)}`],
    [
      'in JSON that keeps to ASCII',
      Array.from(canary, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''),
    ],
    ['in base64, from the first byte', Buffer.from(`${canary}!`).toString('base64')],
    ['in base64, from the second byte', Buffer.from(`a${canary}!`).toString('base64')],
    ['in base64, from the third byte', Buffer.from(`ab${canary}`).toString('base64')],
    ['in base64url', Buffer.from(`{"name":"${canary}"}`).toString('base64url')],
    ['in gzip', Buffer.concat([Buffer.from('head'), gzipSync(`a ${canary} b`), Buffer.from('tail')])],
    ['in zlib, as a PDF packs its text', Buffer.concat([Buffer.from('stream\n'), deflateSync(`a ${canary} b`)])],
    ['in a spreadsheet', zipped(`<t>${canary}</t>`)],
  ])('%s', (_how, bytes) => {
    const found = findIn('here', Buffer.from(bytes as Buffer), patterns);
    expect(found.map((one) => one.canary)).toContain(canary);
  });

  it('in a file, over the border of what is read at once, and in the name of a file', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'beian-canaries-'));
    await writeFile(join(dir, 'large'), Buffer.concat([Buffer.alloc(32 * 2 ** 20 - 3), Buffer.from(canary)]));
    await writeFile(join(dir, `${canary}.pdf`), 'nothing');
    const { found, bytes } = await findBelow(dir, patterns);
    expect(found.map(({ where }) => where)).toEqual(expect.arrayContaining(['large', `the name ${canary}.pdf`]));
    expect(bytes).toBeGreaterThan(32 * 2 ** 20);
    await rm(dir, { recursive: true });
  });
});

it('the search finds nothing in what only looks like it', () => {
  const other = `欧*湖 4403**********3390 ${Buffer.from('欧阳修').toString('base64')} \u0078\u009c`;
  expect(findIn('here', Buffer.from(other), patterns)).toEqual([]);
});
