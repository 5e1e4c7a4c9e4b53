import { describe, expect, it } from 'vitest';
import type { ApplicationContent } from '@beian/contracts/applications.ts';
import { joinContent, maskPersonal, splitContent } from '../applications/content.rules.ts';
import { contentDiff } from './content-diff.rules.ts';

const table = '0192f0c8-0000-7000-8000-000000000001';
const other = '0192f0c8-0000-7000-8000-000000000002';
const content = (system: Partial<ApplicationContent['system']> = {}): ApplicationContent => ({
  unit: {
    uscc: '91440300MA5FX1MP11',
    type: 'enterprise',
    name: '深圳海岸城商业管理有限公司',
    headName: '陈志远',
    attachments: [{ kind: 'business_licence', documentId: table }],
  },
  system: {
    name: '海岸城监控系统',
    countyCode: '440305',
    addressDetail: '文心五路 33 号',
    divisionName: '广东省深圳市南山区',
    deviceCount: 12,
    hasSnapshot: true,
    retentionDays: 30,
    safetyOfficerName: '王建国',
    safetyOfficerPhone: '13923456789',
    deviceTableId: table,
    ...system,
  },
});
const side = (full: ApplicationContent) => {
  const { divisionName, ...system } = full.system;
  const { open, personal } = splitContent(full.unit, system, divisionName);
  return { full: joinContent(open, personal), masked: joinContent(open, maskPersonal(personal)) };
};
const nameOf = (id: string) => (id === table ? '设备信息表.xlsx' : '设备信息表（新）.xlsx');
const diff = (system: Partial<ApplicationContent['system']>) =>
  contentDiff(side(content()), side(content(system)), nameOf);

describe('what changed between two versions', () => {
  it('is nothing when nothing did', () => {
    expect(diff({})).toEqual([]);
  });

  it('names the fields in the order of the form, files by their names', () => {
    expect(diff({ retentionDays: 90, deviceCount: 13, deviceTableId: other, remarks: '新增一台' })).toEqual([
      { field: 'system.deviceCount', before: '12', after: '13' },
      { field: 'system.retentionDays', before: '30', after: '90' },
      { field: 'system.deviceTableId', before: '设备信息表.xlsx', after: '设备信息表（新）.xlsx' },
      { field: 'system.remarks', before: null, after: '新增一台' },
    ]);
  });

  it('shows an address as people read it', () => {
    expect(diff({ countyCode: '440304', divisionName: '广东省深圳市福田区', addressDetail: '福华一路 1 号' })).toEqual([
      { field: 'system.address', before: '广东省深圳市南山区文心五路 33 号', after: '广东省深圳市福田区福华一路 1 号' },
    ]);
  });

  it('shows that people changed, masked, even where the mask hides the difference', () => {
    expect(diff({ safetyOfficerName: '王卫国', safetyOfficerPhone: '13900006789' })).toEqual([
      { field: 'system.safetyOfficerName', before: '王*国', after: '王*国' },
      { field: 'system.safetyOfficerPhone', before: '139****6789', after: '139****6789' },
    ]);
  });
});
