import { readFile } from 'node:fs/promises';
import { deflateSync } from 'node:zlib';
import { strFromU8, strToU8, unzipSync, type Unzipped } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StoredDocument } from '@beian/contracts/documents.ts';
import { deviceTableLimitBytes, evidenceLimitBytes, type DocumentKind } from '@beian/contracts/vocabulary.ts';
import { aPersonalUser, bearer } from '@beian/testkit/actors.ts';
import { anArchive } from '@beian/testkit/archive.ts';
import { deviceCells, deviceTableFile } from '@beian/testkit/device-rows.ts';
import { expectProblem } from '@beian/testkit/expect-problem.ts';
import { inTime } from '@beian/testkit/in-time.ts';
import { aPlatform, type TestPlatform } from '@beian/testkit/platform.ts';
import { as, files, json } from '@beian/testkit/registration.ts';

const filer = aPersonalUser();
let platform: TestPlatform;
let pdf: Buffer;
beforeAll(async () => {
  platform = await aPlatform();
  pdf = await readFile(files.pdf);
});
afterAll(() => platform.stop());

async function upload(bytes: Uint8Array, name = '营业执照.pdf', kind: DocumentKind = 'business_licence') {
  const body = new FormData();
  body.set('kind', kind);
  body.set('file', new File([Uint8Array.from(bytes)], name));
  return platform.documentsApp.request('/api/documents', { method: 'POST', headers: await bearer(filer), body });
}

const chunk = (type: string, data: Uint8Array) => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.byteLength);
  // The checksum does not matter here: what is looked at is the frame.
  return Buffer.concat([length, Buffer.from(type), data, Buffer.alloc(4)]);
};
const end = Buffer.from('0000000049454e44ae426082', 'hex');
function png(behind: Uint8Array = Buffer.alloc(0)): Buffer {
  const size = Buffer.from('00000001000000010802000000', 'hex');
  const signature = Buffer.from('89504e470d0a1a0a', 'hex');
  const picture = chunk('IDAT', deflateSync(Buffer.alloc(4)));
  return Buffer.concat([signature, chunk('IHDR', size), picture, end, behind]);
}
const jpeg = (behind = '') =>
  Buffer.concat([
    Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'),
    Buffer.from('ffd9', 'hex'),
    Buffer.from(behind),
  ]);
const zip = Buffer.from(`PK\x05\x06${'\0'.repeat(18)}`, 'latin1');
const page = '<html><script>alert(1)</script></html>';
const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';

/** A PDF of exactly this many bytes: a comment fills it. */
function pdfOf(size: number): Buffer {
  const filling = Buffer.alloc(size - pdf.length, '%');
  filling[filling.length - 1] = 0x0a;
  return Buffer.concat([pdf.subarray(0, 9), filling, pdf.subarray(9)]);
}

describe('a hostile file', () => {
  it('differs from an honest one', async () => {
    await json(await upload(png(), '扫描件.png'), 201);
    await json(await upload(jpeg(), '扫描件.jpg'), 201);
  });

  it.each<[string, () => Uint8Array, string]>([
    ['a PDF with an archive behind it', () => Buffer.concat([pdf, zip]), '执照.pdf'],
    ['an archive with a PDF behind it', () => Buffer.concat([zip, pdf]), '执照.pdf'],
    ['a PDF with a page behind it', () => Buffer.concat([pdf, Buffer.from(page.repeat(3))]), '执照.pdf'],
    ['a picture with a page behind it', () => png(Buffer.from(page)), '执照.png'],
    [
      'a picture with a page behind it that ends as a picture does',
      () => png(Buffer.concat([Buffer.from(page), end])),
      '执照.png',
    ],
    ['a picture with an archive behind it', () => png(zip), '执照.png'],
    ['a JPEG with a page behind it', () => jpeg(page), '执照.jpg'],
    ['a page called .pdf', () => Buffer.from(page), '执照.pdf'],
    ['a page with a PDF in it', () => Buffer.concat([Buffer.from(page), pdf]), '执照.pdf'],
    ['a drawing with a script called .pdf', () => Buffer.from(svg), '执照.pdf'],
    ['a drawing with a script called .png', () => Buffer.from(`<?xml version="1.0"?>${svg}`), '执照.png'],
    ['a script with the words of a table', () => Buffer.from(`${svg.replace('>', ',>')}\n`), '执照.png'],
    ['a GIF, which is no paper', () => Buffer.from('GIF89a,,,'), '执照.gif'],
    ['a program called .pdf', () => Buffer.from('MZ\x90\0\x03\0\0\0 this is no document'), '执照.pdf'],
    ['a PDF cut off', () => pdf.subarray(0, pdf.length - 200), '执照.pdf'],
  ])('is refused at once when it is %s, and the next one is fine', async (_what, make, name) => {
    const refused = await inTime(() => upload(make(), name));
    await expectProblem(refused, { status: 415, code: 'document.type' });
    await json(await upload(png(), '扫描件.png'), 201);
  });

  it.each([
    ['../../etc/passwd.pdf', 'passwd.pdf'],
    ['C:\\材料\\执照.pdf', '执照.pdf'],
    ['执照\u202Efdp.exe', '执照fdp.exe'],
    ['\u2066执照\u2069\u200B.pdf', '执照.pdf'],
    ['执\u0000照\u0007\u001b[31m.pdf', '执照[31m.pdf'],
    ['执照"; filename="x.html', '执照; filename=x.html'],
    ['.htaccess', 'htaccess'],
    [`${'长'.repeat(500)}.pdf`, `${'长'.repeat(116)}.pdf`],
    ['\u202E\u200B', 'file'],
  ])('has a clean name, never the one it came with: %j', async (name, clean) => {
    const { id, name: kept, mediaType } = await json<StoredDocument>(await upload(pdf, name), 201);
    expect([kept, mediaType]).toEqual([clean, 'application/pdf']);
    const answer = await platform.documentsApp.request(`/api/documents/${id}/content`, {
      headers: await bearer(filer),
    });
    const said = `attachment; filename*=UTF-8''${encodeURIComponent(clean)}`;
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-disposition': said,
      'content-type': 'application/pdf',
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringMatching(/^sandbox; default-src 'none'/),
    });
  });

  it('that is a table is handed out, never shown in place', async () => {
    const page = `${svg},\n`;
    const { id, mediaType } = await json<StoredDocument>(
      await upload(Buffer.from(page), '设备.html', 'device_table'),
      201,
    );
    expect(mediaType).toBe('text/csv');
    const answer = await platform.documentsApp.request(`/api/documents/${id}/content?disposition=inline`, {
      headers: await bearer(filer),
    });
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent('设备.html')}`,
      'content-type': 'text/csv',
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringMatching(/^sandbox; default-src 'none'/),
    });
  });
});

describe('a hostile spreadsheet is stored or refused, and never read as a table', () => {
  const types = '[Content_Types].xml';
  let parts: Unzipped;
  beforeAll(async () => {
    parts = unzipSync(await deviceTableFile([deviceCells(1)]));
  });
  it.each<[string, () => Uint8Array, number]>([
    ['a bomb in what says its type', () => anArchive({ ...parts, [types]: new Uint8Array(50_000_000) }), 415],
    [
      'macros',
      () =>
        anArchive({
          ...parts,
          [types]: strToU8(
            strFromU8(parts[types] ?? new Uint8Array()).replace('sheet.main', 'sheet.macroEnabled.main'),
          ),
        }),
      415,
    ],
    ['a bomb beside its sheet', () => anArchive({ ...parts, 'xl/a.xml': new Uint8Array(50_000_000) }), 201],
    [
      'ten thousand entries',
      () => anArchive({ ...parts, ...Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`${i}.xml`, end])) }),
      201,
    ],
  ])('with %s', async (_what, make, status) => {
    const bytes = make();
    expect(bytes.byteLength).toBeLessThan(deviceTableLimitBytes);
    const answer = await inTime(() => upload(bytes, '设备.xlsx', 'device_table'));
    expect(answer.status).toBe(status);
    if (status === 201) {
      const { id: documentId } = (await answer.json()) as StoredDocument;
      const checked = await inTime(() => as(platform, filer).post('/api/device-tables/check', { documentId }));
      await expectProblem(checked, { status: 422, code: 'device-table.unreadable' });
    }
    await json(await upload(anArchive(parts), '设备.xlsx', 'device_table'), 201);
  });
});

describe('the size of a file', () => {
  it.each<[DocumentKind, number]>([
    ['business_licence', 102_400],
    ['appeal_evidence', 10_485_760],
  ])('of a %s is under %d bytes', async (kind, limit) => {
    const sent = (size: number) => inTime(() => upload(pdfOf(size), '证明.pdf', kind));
    expect((await json<StoredDocument>(await sent(limit - 1), 201)).size).toBe(limit - 1);
    for (const size of [limit, limit + 1]) {
      await expectProblem(await sent(size), { status: 413, code: 'document.too-large' });
    }
    await expectProblem(await upload(Buffer.alloc(0), '证明.pdf', kind), { status: 422, code: 'document.empty' });
  });

  it('is not taken in when it does not end: what is read of it is bounded', async () => {
    const peak = process.resourceUsage().maxRSS;
    let sent = 0;
    const head = '--x\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.4\n';
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        const part = sent === 0 ? Buffer.from(head) : Buffer.alloc(1_048_576, '%');
        sent += part.byteLength;
        if (sent > 500 * 1_048_576) controller.close();
        else controller.enqueue(part);
      },
    });
    const headers = { ...(await bearer(filer)), 'content-type': 'multipart/form-data; boundary=x' };
    const answer = await platform.documentsApp.request('/api/documents', {
      method: 'POST',
      headers,
      body,
      duplex: 'half',
    } as RequestInit);
    await expectProblem(answer, { status: 413, code: 'request.too-large' });
    expect(sent).toBeLessThan(evidenceLimitBytes + 4 * 1_048_576);
    expect(process.resourceUsage().maxRSS - peak).toBeLessThan(200 * 1024);
    await json(await upload(pdf), 201);
  });
});
