import { strFromU8, strToU8, unzipSync } from 'fflate';
import { writeXlsx, type CellValue } from 'hucre';
import { describe, expect, it } from 'vitest';
import { deviceColumns } from '@beian/contracts/device-tables.ts';
import { deviceTableTemplate } from '@beian/documents/templates/device-table.template.ts';
import { deviceCells, deviceTableFile } from '@beian/testkit/device-rows.ts';
import { describeIssue, issueId } from './device-messages.ts';
import type { Fixes } from './device-fixes.rules.ts';
import { fixDeviceTable, parseDeviceTable } from './parse-device-table.ts';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const today = '2026-03-02';
const tableOf = async (bytes: Uint8Array, mediaType = xlsx) => {
  const parsed = await parseDeviceTable(bytes, mediaType, today);
  if ('reason' in parsed) throw new Error(parsed.reason);
  return parsed.table;
};
const fixed = async (rows: Record<string, string>[], fixes: Fixes) => {
  const answer = await fixDeviceTable({ bytes: await deviceTableFile(rows), mediaType: xlsx, today, fixes });
  if ('reason' in answer) throw new Error(answer.reason);
  return answer;
};

describe('reading a device table', () => {
  it('takes the template as it was filled in', async () => {
    const right = deviceCells(1);
    const rows = [right, deviceCells(2)].map((row) => deviceColumns.map(({ key }) => row[key] ?? ''));
    const table = await tableOf(await deviceTableTemplate(rows));
    expect(table).toMatchObject({ rows: 2, errors: 0, warnings: 0, issues: [] });
    expect(table.devices[0]).toMatchObject({
      serial: 1,
      structure: 'bullet',
      hasSnapshot: true,
      place: 'gathering',
      outdoor: true,
      longitude: 113.936142,
      latitude: 22.517823,
      direction: 'east',
      enabledOn: '2025-03-01',
      signPosted: true,
    });
  });

  it('says that the empty template has no rows', async () => {
    expect(await parseDeviceTable(await deviceTableTemplate(), xlsx, today)).toEqual({ reason: 'empty' });
  });

  it('names each wrong cell, what is wrong and the remedy', async () => {
    const wrong: [Record<string, string>, string, string][] = [
      [{ pointName: '' }, 'B2', 'cell.required'],
      [{ structure: '枪机' }, 'C3', 'cell.choice'],
      [{ longitude: '22.5', latitude: '113.9' }, 'I4', 'coordinates.swapped'],
      [{ latitude: '' }, 'J5', 'coordinates.half'],
      [{ gbCode: '123' }, 'O6', 'gb-code.format'],
      [{ enabledOn: '2027-01-01' }, 'P7', 'date.future'],
      [{ retentionDays: '三十' }, 'Q8', 'cell.number'],
      [{ signPosted: '否' }, 'R9', 'sign.missing'],
      [{ mac: '1A-2B' }, 'S10', 'mac.format'],
    ];
    const { issues } = await tableOf(await deviceTableFile(wrong.map(([changes], i) => deviceCells(i + 1, changes))));
    expect(issues.map((issue) => [issue.cell, issue.code])).toEqual(wrong.map(([, cell, code]) => [cell, code]));
    for (const issue of issues) {
      const { message, remedy, id } = describeIssue(issue, 'zh-CN');
      expect(message.length * remedy.length).toBeGreaterThan(0);
      expect(id).toBe(issueId(issue));
    }
  });

  it('names the cells of the file, whatever the order of its columns, and knows them by either language', async () => {
    const columns = deviceColumns.toReversed();
    const headings = columns.map((column, i) => (i % 2 === 0 ? column.en : `${column.zh} ＊`));
    const cells = columns.map(({ key }) => deviceCells(1, { serial: 'x' })[key] ?? '');
    const bytes = await writeXlsx({ sheets: [{ name: '表', rows: [headings, cells] }] });
    const { issues } = await tableOf(bytes);
    expect(issues.map(({ cell, code }) => [cell, code])).toEqual([['T2', 'cell.number']]);
  });

  it('finds two rows with the same number, code or MAC address, however they are written', async () => {
    const twice = { gbCode: '44030500001310000001', mac: '00-1A-2B-3C-4D-5E' };
    const again = { serial: '01', gbCode: '4403050000131000 0001', mac: '00:1a:2b:3c:4d:5e' };
    const { issues } = await tableOf(await deviceTableFile([deviceCells(1, twice), deviceCells(2, again)]));
    const codes = issues.map((issue) => issue.code).filter((code) => code.endsWith('.twice'));
    expect(codes).toEqual(['serial.twice', 'gb-code.twice', 'mac.twice']);
  });

  it('takes dates, numbers and ticks of a spreadsheet for what they mean, and a code stored as a number for lost', async () => {
    const typed: Record<string, CellValue> = {
      ...deviceCells(1),
      serial: 1,
      longitude: 113.936142,
      enabledOn: new Date('2025-03-01T00:00:00Z'),
      retentionDays: 30,
      signPosted: true,
    };
    const sheet = (changes: Record<string, CellValue>) =>
      writeXlsx({
        sheets: [
          {
            name: '表',
            rows: [
              deviceColumns.map(({ zh }) => zh),
              deviceColumns.map(({ key }) => ({ ...typed, ...changes })[key] ?? null),
            ],
          },
        ],
      });
    expect(await tableOf(await sheet({}))).toMatchObject({
      errors: 0,
      warnings: 0,
      devices: [{ enabledOn: '2025-03-01' }],
    });
    const { issues } = await tableOf(await sheet({ gbCode: Number('44030500001310000001') }));
    expect(issues.map(({ code }) => code)).toEqual(['gb-code.rounded']);
  });

  it('reads csv in UTF-8 and in GB 18030', async () => {
    const headings = '序号,点位名称,设备类型,是否抓拍,安装地址,场所类别,室内外,启用日期,存储天数,提示标识已设';
    const text = `${headings}\n1,正门,球机,否,文心五路 33 号,交通枢纽,室内,2025/3/1,30,是\n`;
    const read = { rows: 1, errors: 0, devices: [{ pointName: '正门', place: 'transport_hub' }] };
    expect(await tableOf(strToU8(text), 'text/csv')).toMatchObject(read);
    expect(await tableOf(inGb18030(text), 'text/csv')).toMatchObject(read);
    expect(await parseDeviceTable(inGb18030('序号'), 'text/csv', today)).toEqual({ reason: 'headings' });
  });
});

/** Text as Chinese office programs save it; Node decodes GB 18030 but does not encode it, so the table is read backwards. */
function inGb18030(text: string): Uint8Array {
  const decoder = new TextDecoder('gb18030');
  const bytes = new Map<string, number[]>();
  for (let high = 0x81; high <= 0xfe; high += 1) {
    for (let low = 0x40; low <= 0xfe; low += 1) bytes.set(decoder.decode(Uint8Array.of(high, low)), [high, low]);
  }
  return Uint8Array.from(Array.from(text).flatMap((c) => (c < '\u0080' ? [c.charCodeAt(0)] : (bytes.get(c) ?? []))));
}

describe('fixing a device table', () => {
  const wrong = [
    deviceCells(1, { longitude: '２２.517823', latitude: '113.936142', enabledOn: '2025年3月1日' }),
    deviceCells(2, { structure: '枪机', serial: '' }),
    deviceCells(3, { serial: '1', retentionDays: '30天', pointName: '' }),
    deviceCells(4, { serial: '3' }),
  ];

  it('mends all that can be mended, one thing after the other, and numbers the rows', async () => {
    const { bytes, applied, unknown } = await fixed(wrong, 'all');
    expect(unknown).toEqual([]);
    expect(applied).toBe(7);
    const { devices, issues } = await tableOf(bytes);
    expect(issues.map(({ cell, code }) => [cell, code])).toEqual([['B4', 'cell.required']]);
    expect(devices.map(({ serial }) => serial)).toEqual([1, 2, 3]);
    expect(devices[0]).toMatchObject({ longitude: 113.936142, latitude: 22.517823, enabledOn: '2025-03-01' });
    expect(devices[1]).toMatchObject({ structure: 'bullet' });
  });

  it('mends only what is named', async () => {
    const { bytes, applied } = await fixed(wrong, ['C3-cell.choice']);
    expect(applied).toBe(1);
    const before = await tableOf(await deviceTableFile(wrong));
    const after = await tableOf(bytes);
    expect(after.issues.map(issueId)).toEqual(before.issues.map(issueId).filter((id) => id !== 'C3-cell.choice'));
    expect(await fixed(wrong, ['C3-cell.choice', 'B4-cell.required', 'Z9-none'])).toMatchObject({
      unknown: ['B4-cell.required', 'Z9-none'],
    });
  });

  it('writes text cells and drop-downs, and never a formula', async () => {
    const { bytes } = await fixed([deviceCells(1, { remarks: '=1+1', maker: '-1层', model: '+86' })], ['Z9-none']);
    const files = unzipSync(bytes);
    const sheet = strFromU8(files['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(sheet).not.toMatch(/<f[\s>/]/);
    expect(sheet).toContain('<dataValidation ');
    // Every filled cell refers to a shared text.
    expect(sheet.match(/<v>/g)?.length).toBe(sheet.match(/t="s"/g)?.length);
    expect(strFromU8(files['xl/sharedStrings.xml'] ?? new Uint8Array())).toContain('=1+1');
  });
});
