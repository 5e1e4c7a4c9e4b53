import { describe, expect, it } from 'vitest';
import { isGrouping, organCodeOf, organsOf } from './organ-names.rules.ts';

const divisions = [
  { code: '11', name: '北京市' },
  { code: '1101', name: '市辖区' },
  { code: '110105', name: '朝阳区' },
  { code: '44', name: '广东省' },
  { code: '4403', name: '深圳市' },
  { code: '440305', name: '南山区' },
  { code: '4419', name: '东莞市' },
  { code: '441900', name: '东莞市' },
  { code: '42', name: '湖北省' },
  { code: '4290', name: '省直辖县级行政区划' },
  { code: '429004', name: '仙桃市' },
  { code: '429021', name: '神农架林区' },
  { code: '440305007', name: '粤海街道' },
];
const organ = (code: string) => organsOf(divisions).find((one) => one.code === code);

describe('the organs of the divisions', () => {
  it.each([
    ['a province', '440000', '广东省公安厅', 'province', '000000'],
    ['a municipality', '110000', '北京市公安局', 'province', '000000'],
    ['a city', '440300', '深圳市公安局', 'city', '440000'],
    ['a district of a city', '440305', '深圳市公安局南山分局', 'county', '440300'],
    ['a district of a municipality', '110105', '北京市公安局朝阳分局', 'county', '110000'],
    ['a city without counties', '441900', '东莞市公安局', 'county', '440000'],
    ['a county right below its province', '429004', '仙桃市公安局', 'county', '420000'],
    ['a forest district, which is no district of a city', '429021', '神农架林区公安局', 'county', '420000'],
  ])('%s', (_what, code, name, level, superiorCode) => {
    expect(organ(code)).toMatchObject({ name, level, superiorCode });
  });

  it('have each one code, superiors first, and none for groupings and streets', () => {
    const codes = organsOf(divisions).map((one) => one.code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes[0]).toBe('000000');
    expect(codes).not.toContain('110100');
    for (const { code, superiorCode } of organsOf(divisions)) {
      if (superiorCode) expect(codes.indexOf(superiorCode)).toBeLessThan(codes.indexOf(code));
    }
    expect([isGrouping('市辖区'), isGrouping('南山区'), organCodeOf('44')]).toEqual([true, false, '440000']);
  });
});
