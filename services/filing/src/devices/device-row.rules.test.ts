import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deviceColumns } from '@beian/contracts/device-tables.ts';
import { deviceCells } from '@beian/testkit/device-rows.ts';
import { isError } from './device-messages.ts';
import { lintRow } from './device-row.rules.ts';

const letters = new Map(deviceColumns.map(({ key }, i) => [key, String.fromCharCode(65 + i)]));
const place = { line: 2, cellOf: (column: string) => `${letters.get(column)}2` };
const lint = (changes: Record<string, string>) => lintRow(deviceCells(1, changes), place, '2026-03-02');
/** The row after all fixes that its issues offer. */
const mended = (changes: Record<string, string>) => {
  const fixes = lint(changes).issues.flatMap((issue) => issue.fix ?? []);
  return { ...changes, ...Object.fromEntries(fixes.map(({ column, after }) => [column, after])) };
};

describe('a row of the device table', () => {
  it('is a device when nothing is wrong', () => {
    const { device, issues } = lint({ gbCode: '44030500001310000001', mac: '00-1A-2B-3C-4D-5E' });
    expect(issues).toEqual([]);
    expect(device).toMatchObject({ structure: 'bullet', gbCode: '44030500001310000001', mac: '00-1A-2B-3C-4D-5E' });
  });

  it.each([
    [{ gbCode: '４４０３０５００００１３１００００００１' }, 'cell.full-width', { gbCode: '44030500001310000001' }],
    [{ gbCode: '4403 0500 0013 1000 0001' }, 'cell.spaces', { gbCode: '44030500001310000001' }],
    [{ gbCode: '44030500-00131-0000001' }, 'gb-code.format', { gbCode: '44030500001310000001' }],
    [{ gbCode: '="44030500001310000001"' }, 'gb-code.format', { gbCode: '44030500001310000001' }],
    [{ model: 'ＤＳ－２ＣＤ' }, 'cell.full-width', { model: 'DS-2CD' }],
    [{ mac: '001a2b3c4d5e' }, 'mac.form', { mac: '00-1A-2B-3C-4D-5E' }],
    [{ pointName: ' 正门\u200b  东侧\n' }, 'cell.spaces', { pointName: '正门 东侧' }],
    [{ pointName: '\u2066正门\ud800东侧' }, 'cell.spaces', { pointName: '正门东侧' }],
    [{ remarks: '=HYPERLINK("x")' }, 'cell.formula', { remarks: 'HYPERLINK("x")' }],
    [{ retentionDays: '３０' }, 'cell.full-width', { retentionDays: '30' }],
    [{ retentionDays: '30天' }, 'cell.number', { retentionDays: '30' }],
    [{ longitude: '东经113.936142°' }, 'cell.number', { longitude: '113.936142' }],
    [{ latitude: 'N22.5178' }, 'cell.number', { latitude: '22.5178' }],
    [{ enabledOn: '2025/3/1' }, 'date.form', { enabledOn: '2025-03-01' }],
    [{ enabledOn: '2025年3月1日' }, 'date.form', { enabledOn: '2025-03-01' }],
    [{ enabledOn: '2025-3-1 12:00:00' }, 'date.form', { enabledOn: '2025-03-01' }],
    [{ enabledOn: '20250301' }, 'date.form', { enabledOn: '2025-03-01' }],
    [{ enabledOn: '45717' }, 'date.format', { enabledOn: '2025-03-01' }],
    [{ structure: '枪机' }, 'cell.choice', { structure: '固定枪机' }],
    [{ structure: '红外球机' }, 'cell.choice', { structure: '球机' }],
    [{ hasSnapshot: '有' }, 'cell.choice', { hasSnapshot: '是' }],
    [{ hasSnapshot: 'FALSE' }, 'cell.choice', { hasSnapshot: '否' }],
    [{ signPosted: 'Ｙ' }, 'cell.choice', { signPosted: '是' }],
    [{ outdoor: '户外' }, 'cell.choice', { outdoor: '室外' }],
    [{ place: '公路 服务区' }, 'cell.choice', { place: '公路服务区' }],
    [{ direction: '东南方向' }, 'cell.choice', { direction: '东南' }],
    [{ direction: '北西' }, 'cell.choice', { direction: '西北' }],
    [{ coordinateSystem: 'wgs84' }, 'cell.choice', { coordinateSystem: 'WGS-84' }],
  ])('is mended by a fix of the cell: %o', (changes, code, after) => {
    const [column = '', value] = Object.entries(after)[0] ?? [];
    const issue = lint(changes).issues.find((one) => one.code === code);
    const before = Object.values(changes)[0];
    expect(issue?.fix).toEqual([{ row: 2, column, cell: place.cellOf(column), before, after: value }]);
    expect(lint(mended(changes))).toMatchObject({ issues: [], device: { serial: 1 } });
  });

  it('has both coordinates swapped by one fix, full-width or not', () => {
    for (const changes of [
      { longitude: '22.517823', latitude: '113.936142' },
      { longitude: '２２.517823', latitude: '113.936142度' },
    ]) {
      const right = { longitude: '113.936142', latitude: '22.517823' };
      const once = mended(changes);
      expect(mended(once)).toEqual(right);
    }
    const [issue] = lint({ longitude: '22.5', latitude: '113.9' }).issues;
    expect(issue).toMatchObject({ code: 'coordinates.swapped', cell: 'I2' });
    expect(issue?.fix?.map(({ cell, before, after }) => [cell, before, after])).toEqual([
      ['I2', '22.5', '113.9'],
      ['J2', '113.9', '22.5'],
    ]);
  });

  it.each([
    [{ structure: '红外设备' }, 'cell.choice'],
    [{ coordinateSystem: 'GCJ-02' }, 'cell.choice'],
    [{ pointName: '' }, 'cell.required'],
    [{ address: '长'.repeat(201) }, 'cell.too-long'],
    [{ longitude: '13.9' }, 'longitude.range'],
    [{ latitude: '' }, 'coordinates.half'],
    [{ gbCode: '123' }, 'gb-code.format'],
    [{ gbCode: '4.403050000131e+19' }, 'gb-code.rounded'],
    [{ mac: 'FF:FF:FF:FF:FF:FF' }, 'mac.format'],
    [{ enabledOn: '2025-02-30' }, 'date.format'],
    [{ enabledOn: '3/1/2025' }, 'date.format'],
    [{ enabledOn: '2027-01-01' }, 'date.future'],
    [{ retentionDays: '1个月' }, 'cell.number'],
    [{ retentionDays: '0' }, 'retention.range'],
    [{ remarks: '=@' }, 'cell.formula'],
  ])('leaves to a person what only a person can know: %o', (changes, code) => {
    const issue = lint(changes).issues.find((one) => one.code === code);
    expect(issue && isError(issue)).toBe(true);
    expect(issue?.fix).toBeUndefined();
  });

  it('only hints at what the law asks for and at codes of other devices', () => {
    for (const [changes, code] of [
      [{ retentionDays: '7' }, 'retention.short'],
      [{ signPosted: '否' }, 'sign.missing'],
      [{ gbCode: '44030500001110000001' }, 'gb-code.type'],
    ] as const) {
      const { device, issues } = lint(changes);
      expect(issues.map((issue) => issue.code)).toEqual([code]);
      expect(device).toBeDefined();
    }
  });

  it('is a device or has an error, whatever was typed, and its fixes lead to no new fixes after the second time', () => {
    const bits = [
      '',
      ' ',
      '　',
      '１',
      '30',
      '天',
      '=',
      '是',
      '有',
      '枪机',
      '2025/3/1',
      '-',
      '.',
      'e+',
      '113.9',
      '22.5',
      'Ｎ',
    ];
    const typed = fc.oneof(
      fc.string(),
      fc.array(fc.constantFrom(...bits), { maxLength: 4 }).map((some) => some.join('')),
    );
    const row = fc.record(
      Object.fromEntries(deviceColumns.map(({ key }) => [key, fc.option(typed, { nil: undefined })])),
    );
    fc.assert(
      fc.property(row, (given) => {
        const changes = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Record<
          string,
          string
        >;
        const { device, issues } = lint(changes);
        expect(device === undefined).toBe(issues.some(isError));
        const settled = mended(mended(changes));
        expect(mended(settled)).toEqual(settled);
      }),
      { numRuns: 500 },
    );
  });
});
