import { randomBytes } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import { strFromU8, strToU8, unzipSync, zipSync, type Unzipped } from 'fflate';
import { writeXlsxStream } from 'hucre';
import { beforeAll, describe, expect, it } from 'vitest';
import { deviceColumns } from '@beian/contracts/device-tables.ts';
import { deviceTableLimitBytes } from '@beian/contracts/vocabulary.ts';
import { anArchive } from '@beian/testkit/archive.ts';
import { deviceCells, deviceTableFile } from '@beian/testkit/device-rows.ts';
import { inTime } from '@beian/testkit/in-time.ts';
import { readDeviceTable, UnreadableTable } from './device-table.rules.ts';
import { sheetRows } from './open-spreadsheet.ts';
import { parseDeviceTable, workerMemory, type CheckedTable, type TableJob } from './parse-device-table.ts';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const today = '2026-03-02';
const sheet = 'xl/worksheets/sheet1.xml';
const shared = 'xl/sharedStrings.xml';
const relations = 'xl/_rels/workbook.xml.rels';
let good: Uint8Array;
let parts: Unzipped;

beforeAll(async () => {
  good = await deviceTableFile([deviceCells(1)]);
  parts = unzipSync(good);
});
const parse = (bytes: Uint8Array, mediaType = xlsx) => parseDeviceTable(bytes, mediaType, today);
/** The same as its worker does it, in this thread: for files that cannot harm it, and a start of a worker less. */
const read = async (bytes: Uint8Array) => {
  try {
    return { table: await readDeviceTable(sheetRows(bytes, xlsx), { today, places: [] }) };
  } catch (error) {
    return { reason: error instanceof UnreadableTable ? error.reason : String(error) };
  }
};
/** The good file with a part put together anew. */
const changed = (name: string, from: string, to: string): Uint8Array => {
  const text = strFromU8(parts[name] ?? new Uint8Array());
  expect(text).toContain(from);
  return withPart(
    name,
    text.replace(from, () => to),
  );
};
/** The good file with a part more, or another one. Just over its limit each: what is looked at is how it is refused. */
const withPart = (name: string, content: string | Uint8Array) =>
  anArchive({ ...parts, [name]: typeof content === 'string' ? strToU8(content) : content });
const inSheet = (more: string) => changed(sheet, '</sheetData>', `${more}</sheetData>`);
/** What no packer makes small, so that the ratio of a bomb around it looks honest. */
const noise = `<!--${randomBytes(120_000).toString('base64')}-->`;
const relation = (type: string, path = '/') =>
  changed(
    relations,
    '</Relationships>',
    `<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="http://elsewhere.example${path}" TargetMode="External"/></Relationships>`,
  );

describe('what no device table needs is refused with its reason, before it is parsed', () => {
  it.each<[string, string, () => Uint8Array]>([
    ['a formula', 'active-content', () => changed(sheet, '<v>', '<f>1+1</f><v>')],
    ['a formula under another prefix', 'active-content', () => changed(sheet, '<v>', '<x:f t="array">1+1</x:f><v>')],
    ['macros', 'active-content', () => withPart('xl/vbaProject.bin', 'x')],
    [
      'a workbook with macros, renamed',
      'active-content',
      () => changed('[Content_Types].xml', 'sheet.main+xml', 'sheet.macroEnabled.main+xml'),
    ],
    ['an external workbook', 'active-content', () => withPart('xl/externalLinks/externalLink1.xml', '<a/>')],
    ['a relation that leads out', 'active-content', () => relation('externalLinkPath')],
    ['one that leads out behind what looks like its end', 'active-content', () => relation('externalLinkPath', '/>')],
    ['a part in UTF-16', 'not-a-spreadsheet', () => withPart('xl/a.xml', Buffer.from('<a/>', 'utf16le'))],
    ['a data connection', 'active-content', () => withPart('xl/connections.xml', '<connections/>')],
    ['an embedded file', 'active-content', () => withPart('xl/embeddings/file.docx', 'x')],
    [
      'entities that multiply',
      'active-content',
      () => changed(sheet, '<worksheet', '<!DOCTYPE a [<!ENTITY b "c"><!ENTITY d "&b;&b;">]><worksheet'),
    ],
    ['a part that is larger than it says', 'too-large', () => lying(inSheet(' '.repeat(100_000)), sheet, 1000)],
    ['a part that is smaller than it says', 'not-a-spreadsheet', () => lying(good, sheet, 200_000)],
    ['parts that lie in each other', 'not-a-spreadsheet', overlapping],
    ['text instead of a file', 'not-a-spreadsheet', () => strToU8('PK not a zip')],
    ['nothing instead of a file', 'not-a-spreadsheet', () => new Uint8Array()],
    ['half a file', 'not-a-spreadsheet', () => good.subarray(0, good.length / 2)],
  ])('%s', async (_, reason, make) => {
    expect(await inTime(() => read(make()))).toEqual({ reason });
    expect(await read(good)).toMatchObject({ table: { errors: 0 } });
  });
});

describe('a spreadsheet that would exhaust its reader is refused quickly, with its reason, and the next one is fine', () => {
  it.each<[string, string, () => Uint8Array]>([
    [
      'a merged range over the whole sheet',
      'merged-cells',
      () =>
        changed(
          sheet,
          '</sheetData>',
          '</sheetData><mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>',
        ),
    ],
    ['a zip bomb', 'too-large', () => withPart('xl/media/image1.xml', new Uint8Array(48 * 1_048_576))],
    ['ten thousand entries', 'too-large', () => anArchive({ ...parts, ...manyParts(10_000) })],
    [
      'millions of shared texts',
      'too-large',
      () => withPart(shared, `<sst>${noise}${'<si/>'.repeat(1_200_000)}</sst>`),
    ],
    [
      'one shared text in every cell',
      'too-large',
      () =>
        anArchive({
          ...parts,
          [shared]: strToU8(strFromU8(parts[shared] ?? new Uint8Array()).replace('点位 1', '字'.repeat(30_000))),
          [sheet]: strToU8(
            strFromU8(parts[sheet] ?? new Uint8Array()).replace('</sheetData>', () => `${rowsOfOneText()}</sheetData>`),
          ),
        }),
    ],
    ['millions of cells', 'too-large', () => inSheet(`${noise}<row>${'<c/>'.repeat(3_200_000)}</row>`)],
    ['a hundred thousand blank rows', 'too-many-rows', () => inSheet('<row/>'.repeat(100_000))],
    ['a tag without end', 'too-large', () => inSheet(`<c ${'a="<>" '.repeat(50_000)}/>`)],
    ['a relation that says a hundred thousand times where it leads', 'not-a-spreadsheet', () => wordy()],
    ['styles of many megabytes', 'too-large', () => withPart('xl/styles.xml', `${noise}${'<a/>'.repeat(1_048_576)}`)],
  ])('%s', async (_, reason, make) => {
    const bytes = make();
    expect(bytes.byteLength).toBeLessThan(deviceTableLimitBytes);
    expect(await inTime(() => parse(bytes))).toEqual({ reason });
    // The most that this process has ever had: its own, and what one worker may take.
    expect(process.resourceUsage().maxRSS / 1024).toBeLessThan(1024);
    expect(await parse(good)).toMatchObject({ table: { errors: 0 } });
  });

  it.each([
    ['five megabytes of commas', ','.repeat(5_000_000), 'headings'],
    ['a quotation that never ends', `"${'x,\n'.repeat(1_600_000)}`, 'headings'],
    ['millions of blank lines', '\n'.repeat(5_000_000), 'too-many-rows'],
  ])('csv with %s', async (_, text, reason) => {
    expect(await inTime(() => parse(strToU8(text), 'text/csv'))).toEqual({ reason });
  });
});

describe('a spreadsheet that only looks odd is read', () => {
  it.each<[string, () => Uint8Array | Promise<Uint8Array>]>([
    ['settings of a printer', () => withPart('xl/printerSettings/printerSettings1.bin', 'x')],
    ['a link that somebody may click', () => relation('hyperlink')],
    ['a picture', () => withPart('xl/media/image1.png', randomBytes(100_000))],
    ['what a stream writer makes, with sizes behind the data and in 64 bits', streamed],
    ['parts that are not packed', () => zipSync(parts, { level: 0 })],
  ])('%s', async (_, make) => {
    expect(await read(await make())).toMatchObject({ table: { errors: 0 } });
  });

  it('a cell at the far corner', async () => {
    const corner = inSheet('<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row>');
    expect(await inTime(() => parse(corner))).toMatchObject({ table: { errors: 0 } });
  });
});

describe('20,000 devices', () => {
  const devices = Array.from({ length: 20_000 }, (_, i) =>
    deviceCells(i + 1, {
      pointName: `第 ${i + 1} 号点位`,
      address: `粤海街道文心五路 33 号海岸城 ${i} 号铺`,
      longitude: (113.9 + i / 1e5).toFixed(6),
      gbCode: String(44_030_500_001_310_000_000n + BigInt(i)),
      remarks: `备注 ${i}`,
    }),
  );
  let table: Uint8Array;
  beforeAll(async () => {
    table = await deviceTableFile(devices);
  });

  it.each([
    ['are checked', undefined],
    ['are mended', 'all' as const],
  ])('%s in half the memory that a worker has, within 15 s of a core', async (_, fixes) => {
    const job: TableJob = { bytes: table, mediaType: xlsx, today, ...(fixes ? { fixes } : {}) };
    const half = Object.entries(workerMemory).map(([name, megabytes]) => [name, megabytes / 2]);
    const worker = new Worker(new URL('./device-table.worker.ts', import.meta.url), {
      workerData: job,
      resourceLimits: Object.fromEntries(half),
    });
    const answered = () =>
      new Promise<Partial<CheckedTable> & { bytes?: Uint8Array }>((resolve, reject) => {
        worker.once('message', resolve);
        worker.once('error', reject);
      });
    const answer = await inTime(answered, 15);
    await worker.terminate();
    if (fixes)
      expect(await read(answer.bytes ?? new Uint8Array())).toMatchObject({ table: { rows: 20_000, errors: 0 } });
    else expect(answer.table).toMatchObject({ rows: 20_000, errors: 0, devices: { length: 20_000 } });
  });

  it('and one more are too many', async () => {
    const rows = [...devices, deviceCells(20_001)].map((row) => deviceColumns.map(({ key }) => row[key] ?? '').join());
    const csv = [deviceColumns.map(({ zh }) => zh).join(), ...rows].join('\n');
    expect(await parse(strToU8(csv), 'text/csv')).toEqual({ reason: 'too-many-rows' });
    expect(await parse(strToU8(csv.slice(0, csv.lastIndexOf('\n'))), 'text/csv')).toMatchObject({
      table: { errors: 0 },
    });
  });
});

const streamed = async (): Promise<Uint8Array> => {
  const cells = deviceCells(1);
  const rows = [deviceColumns.map(({ zh }) => zh), deviceColumns.map(({ key }) => cells[key] ?? '')];
  return new Uint8Array(await new Response(writeXlsxStream(rows, { name: '表', zip64: true })).arrayBuffer());
};

const manyParts = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`x${i}.xml`, new Uint8Array()]));

const rowsOfOneText = () => `<row>${'<c t="s"><v>21</v></c>'.repeat(20)}</row>`.repeat(900);

const wordy = () =>
  zipSync({ ...parts, [relations]: strToU8(`<a ${'TargetMode="External" '.repeat(100_000)}<b>`) }, { level: 0 });

/** Says another unpacked size of a part than it has, in its own header and in the directory. */
function lying(bytes: Uint8Array, name: string, size: number): Uint8Array {
  const archive = Buffer.from(bytes);
  for (const [signature, sizeAt, nameAt] of [
    ['PK\x03\x04', 22, 30],
    ['PK\x01\x02', 24, 46],
  ] as const) {
    for (let at = archive.indexOf(signature); at >= 0; at = archive.indexOf(signature, at + 4)) {
      if (archive.subarray(at + nameAt, at + nameAt + name.length).toString() === name)
        archive.writeUInt32LE(size, at + sizeAt);
    }
  }
  return archive;
}

/** A stored part whose content is the record of another one, both in the directory. */
function overlapping(): Uint8Array {
  const inner = Buffer.from(zipSync({ 'inner.xml': strToU8('<a/>') }, { level: 0 }));
  const record = inner.subarray(0, inner.indexOf('PK\x01\x02'));
  const archive = Buffer.from(zipSync({ ...parts, 'outer.xml': record, 'inner.xml': strToU8('<a/>') }, { level: 0 }));
  const entry = archive.lastIndexOf('PK\x01\x02');
  expect(archive.subarray(entry + 46, entry + 55).toString()).toBe('inner.xml');
  archive.writeUInt32LE(archive.indexOf(record), entry + 42);
  return archive;
}
