import { describe, expect, it } from 'vitest';
import {
  changedContent,
  filingDiff,
  groupByOrgan,
  outcomeOfParts,
  pathInRequest,
  systemAskedFor,
  type FilingContent,
} from './change.rules.ts';

const table = '0192f0c8-0000-7000-8000-000000000001';
const [first, second] = ['440305010000016', '440305010000024'];
const filed: FilingContent = {
  open: {
    unit: { uscc: '91440300MA5FX1MP11', type: 'enterprise', name: '深圳海岸城商业管理有限公司', attachments: [] },
    system: {
      name: '海岸城监控系统',
      countyCode: '440305',
      streetCode: '440305007',
      addressDetail: '文心五路 33 号',
      divisionName: '广东省深圳市南山区粤海街道',
      deviceCount: 12,
      hasSnapshot: true,
      retentionDays: 30,
      deviceTableId: table,
      remarks: '地下三层',
    },
  },
  personal: { headName: '陈志远', safetyOfficerName: '王建国', safetyOfficerPhone: '13923456789' },
};

describe('what is asked for a filing', () => {
  const asked = {
    filingNumbers: [first, second],
    system: { retentionDays: 90, countyCode: '440305', streetCode: '440305001' },
    perFiling: [{ filingNumber: second, system: { retentionDays: 60, countyCode: '440304' } }],
  };

  it('is what holds for all, and what is its own goes before it', () => {
    expect(systemAskedFor(asked, first)).toEqual(asked.system);
    expect(systemAskedFor(asked, second)).toEqual({ retentionDays: 60, countyCode: '440304' });
  });

  it('is pointed at where the request says it', () => {
    expect(pathInRequest(asked, second, 'retentionDays')).toEqual(['perFiling', 0, 'system', 'retentionDays']);
    expect(pathInRequest(asked, first, 'retentionDays')).toEqual(['system', 'retentionDays']);
    expect(pathInRequest(asked, second, 'deviceCount')).toEqual(['filingNumbers', 1]);
    expect(pathInRequest(asked, second)).toEqual(['filingNumbers', 1]);
  });
});

describe('the content after a change', () => {
  it('is the content before it but for what is asked', () => {
    const { open, personal } = changedContent(
      filed,
      { name: '新名称' },
      { safetyOfficerName: '刘建军', deviceCount: 13 },
    );
    expect(open).toEqual({
      unit: { ...filed.open.unit, name: '新名称' },
      system: { ...filed.open.system, deviceCount: 13 },
    });
    expect(personal).toEqual({ ...filed.personal, safetyOfficerName: '刘建军' });
    expect(changedContent(filed, {}, {})).toEqual(filed);
  });

  it('gives up the street with the county, or when told to, and remarks when they are emptied', () => {
    const streetOf = (system: Parameters<typeof changedContent>[2]) =>
      changedContent(filed, {}, system).open.system.streetCode;
    expect(streetOf({ countyCode: '440304' })).toBeUndefined();
    expect(streetOf({ countyCode: '440304', streetCode: '440304001' })).toBe('440304001');
    expect(streetOf({ countyCode: '440305' })).toBe('440305007');
    expect(streetOf({ streetCode: null })).toBeUndefined();
    expect(changedContent(filed, {}, { remarks: '' }).open.system).not.toHaveProperty('remarks');
  });
});

describe('the difference that a change makes', () => {
  const diff = (...asked: [Parameters<typeof changedContent>[1], Parameters<typeof changedContent>[2]]) =>
    filingDiff(filed, changedContent(filed, ...asked));

  it('names each field in the order of the form, people masked', () => {
    const other = '0192f0c8-0000-7000-8000-000000000002';
    const system = { safetyOfficerPhone: '13900006789', deviceTableId: other, retentionDays: 90 };
    expect(diff({ headName: '陈远' }, system)).toEqual([
      { field: 'unit.headName', before: '陈*远', after: '陈*' },
      { field: 'system.retentionDays', before: '30', after: '90' },
      { field: 'system.safetyOfficerPhone', before: '139****6789', after: '139****6789' },
      { field: 'system.deviceTableId', before: '原设备信息表', after: '新设备信息表' },
    ]);
  });

  it('is nothing when everything stays as it was', () => {
    expect(diff({ name: filed.open.unit.name }, { retentionDays: 30, remarks: '地下三层' })).toEqual([]);
  });
});

describe('the parts of a change', () => {
  it('are one for each organ, in the order in which the organs come up', () => {
    const of = (number: string, code: string) => ({ number, organ: { code } });
    const filings = [of('1', '440304'), of('2', '440305'), of('3', '440304')];
    expect(groupByOrgan(filings).map((part) => part.map(({ number }) => number))).toEqual([['1', '3'], ['2']]);
  });

  it.each([
    [['completed', 'rejected'], 'completed'],
    [['rejected', 'withdrawn', 'expired'], 'rejected'],
    [['withdrawn', 'expired'], 'expired'],
    [['withdrawn', 'withdrawn'], 'withdrawn'],
    [['completed', 'in_review'], undefined],
    [['returned', 'withdrawn'], undefined],
  ] as const)('that have ended as %s make it %s', (statuses, expected) => {
    expect(outcomeOfParts(statuses)).toBe(expected);
  });
});
