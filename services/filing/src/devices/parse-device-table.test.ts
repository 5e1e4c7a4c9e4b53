import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { deviceTableTemplate } from '@beian/documents/templates/device-table.template.ts';
import { describeIssue } from './device-messages.ts';
import { parseDeviceTable } from './parse-device-table.ts';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const today = '2026-03-02';
const row = (serial: number, changes: Record<number, string> = {}): string[] => {
  const cells = [
    String(serial),
    `点位 ${serial}`,
    '固定枪机',
    '是',
    '人脸',
    '文心五路 33 号',
    '人员聚集场所',
    '室外',
    '113.936142',
    '22.517823',
    'WGS-84',
    '东',
    '',
    '',
    '',
    '2025-03-01',
    '30',
    '是',
    '',
  ];
  return cells.map((cell, i) => changes[i] ?? cell);
};
const parse = async (rows: string[][]) => parseDeviceTable(await deviceTableTemplate(rows), xlsx, today);
const issuesOf = async (changes: Record<number, string>) => {
  const parsed = await parse([row(1, changes)]);
  if (!('table' in parsed)) throw new Error(parsed.reason);
  return parsed.table.issues.map((issue) => describeIssue(issue, 'zh-CN'));
};

describe('the device table', () => {
  it('reads the template as it was filled in', async () => {
    const parsed = await parse([row(1), row(2)]);
    expect(parsed).toMatchObject({ table: { rows: 2, errors: 0, issues: [] } });
    expect('table' in parsed && parsed.table.devices[0]).toMatchObject({
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
    expect(await parse([])).toEqual({ reason: 'empty' });
  });

  it.each([
    [{ 1: '' }, 'B2', 'cell.required'],
    [{ 2: '枪机' }, 'C2', 'cell.choice'],
    [{ 8: '22.517823', 9: '113.936142' }, 'I2', 'coordinates.swapped'],
    [{ 8: '13.9' }, 'I2', 'longitude.range'],
    [{ 9: '' }, 'J2', 'coordinates.half'],
    [{ 14: '123' }, 'O2', 'gb-code.format'],
    [{ 14: '44030500001110000001' }, 'O2', 'gb-code.type'],
    [{ 15: '2025-02-30' }, 'P2', 'date.format'],
    [{ 15: '2027-01-01' }, 'P2', 'date.future'],
    [{ 16: '三十' }, 'Q2', 'cell.number'],
    [{ 16: '３０' }, 'Q2', 'cell.full-width'],
    [{ 16: '7' }, 'Q2', 'retention.short'],
    [{ 17: '否' }, 'R2', 'sign.missing'],
  ])('names the cell, what is wrong and the remedy: %o', async (changes, cell, code) => {
    const issues = await issuesOf(changes);
    expect(issues).toContainEqual(expect.objectContaining({ cell, code }));
    for (const issue of issues) expect(issue.message.length * issue.remedy.length).toBeGreaterThan(0);
  });

  it('finds two rows with the same number or code', async () => {
    const parsed = await parse([row(1, { 14: '44030500001310000001' }), row(1, { 14: '44030500001310000001' })]);
    expect('table' in parsed && parsed.table.issues.map((issue) => issue.code).sort()).toEqual([
      'gb-code.twice',
      'serial.twice',
    ]);
  });

  it('reads csv in UTF-8 and in GB 18030', async () => {
    const headings = '序号,点位名称,设备类型,是否抓拍,安装地址,场所类别,室内外,启用日期,存储天数,提示标识已设';
    const text = `${headings}\n1,正门,球机,否,文心五路 33 号,交通枢纽,室内,2025/3/1,30,是\n`;
    expect(await parseDeviceTable(strToU8(text), 'text/csv', today)).toMatchObject({ table: { rows: 1, errors: 0 } });
    // the first heading alone, in GB 18030: understood, and not a whole table
    const gb = Uint8Array.from([0xd0, 0xf2, 0xba, 0xc5]);
    expect(await parseDeviceTable(gb, 'text/csv', today)).toEqual({ reason: 'headings' });
  });
});

describe('a hostile spreadsheet is refused quickly and the next one is fine', () => {
  const rebuilt = async (change: (files: Record<string, Uint8Array>) => Record<string, Uint8Array>) =>
    zipSync(change(unzipSync(await deviceTableTemplate([row(1)]))));
  const sheet = 'xl/worksheets/sheet1.xml';
  const inSheet = (files: Record<string, Uint8Array>, from: string | RegExp, to: string) => {
    const xml = new TextDecoder().decode(files[sheet]);
    expect(xml).toMatch(from);
    return { ...files, [sheet]: strToU8(xml.replace(from, to)) };
  };

  it.each<[string, string, (files: Record<string, Uint8Array>) => Record<string, Uint8Array>]>([
    [
      'a merged range over the whole sheet',
      'merged-cells',
      (f) =>
        inSheet(f, '</sheetData>', '</sheetData><mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'),
    ],
    ['a formula', 'active-content', (f) => inSheet(f, /<c ([^>]*)>/, '<c $1><f>1+1</f>')],
    ['a document type', 'active-content', (f) => inSheet(f, '<worksheet', '<!DOCTYPE x [<!ENTITY a "b">]><worksheet')],
    ['macros', 'active-content', (f) => ({ ...f, 'xl/vbaProject.bin': strToU8('x') })],
    ['an external link', 'active-content', (f) => ({ ...f, 'xl/externalLinks/externalLink1.xml': strToU8('<a/>') })],
    ['a zip bomb', 'too-large', (f) => ({ ...f, 'xl/media/x.xml': new Uint8Array(60_000_000) })],
    [
      'ten thousand entries',
      'too-large',
      (f) => ({ ...f, ...Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`x${i}.xml`, strToU8('')])) }),
    ],
  ])('%s', async (_, reason, change) => {
    const started = performance.now();
    expect(await parseDeviceTable(await rebuilt(change), xlsx, today)).toEqual({ reason });
    expect(performance.now() - started).toBeLessThan(5000);
    expect(await parse([row(1)])).toMatchObject({ table: { errors: 0 } });
  });

  it('a cell at the far corner', async () => {
    const far = '<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row></sheetData>';
    const parsed = await parseDeviceTable(await rebuilt((f) => inSheet(f, '</sheetData>', far)), xlsx, today);
    expect(parsed).toMatchObject({ table: { rows: 1 } });
  });

  it.each([
    ['nothing', ''],
    ['text', 'PK not a zip'],
  ])('%s instead of a file', async (_, text) => {
    expect(await parseDeviceTable(strToU8(text), xlsx, today)).toEqual({ reason: 'not-a-spreadsheet' });
  });
});
