import { describe, expect, it } from 'vitest';
import { linesOfChange } from './change-receipt.rules.ts';

const nanshan = { code: '440305000000', name: '深圳市公安局南山分局' };
const futian = { code: '440304000000', name: '深圳市公安局福田分局' };
const numberOf = (i: number) => `44030501000${String(i).padStart(4, '0')}`;
const filing = (i: number, organ = nanshan) => ({
  filingNumber: numberOf(i),
  systemName: '海岸城监控系统',
  organ,
  diff: [],
  applicationId: '0192f0c8-0000-7000-8000-000000000001',
  status: 'completed' as const,
});
const change = { number: 'SL20261101000001', organ: nanshan, status: 'completed' as const };

describe('the receipt of a change', () => {
  it('says of each organ which filings it decides and how they stand', () => {
    const part = { id: '0192f0c8-0000-7000-8000-000000000002', number: 'SL20261101000001-1' };
    const parts = [
      { ...part, organ: nanshan, status: 'completed' as const, filingNumbers: [numberOf(1)] },
      {
        ...part,
        number: 'SL20261101000001-2',
        organ: futian,
        status: 'rejected' as const,
        filingNumbers: [numberOf(2)],
      },
    ];
    expect(linesOfChange({ ...change, parts, filings: [filing(1), filing(2, futian)] })).toEqual([
      ['变更备案 Filings', '2 项'],
      ['SL20261101000001-1', `深圳市公安局南山分局：${numberOf(1)}，已办结`],
      ['SL20261101000001-2', `深圳市公安局福田分局：${numberOf(2)}，不予通过`],
    ]);
  });

  it('counts what is too much for one page', () => {
    const filings = Array.from({ length: 200 }, (_, i) => filing(i));
    const [, line] = linesOfChange({ ...change, filings });
    expect(line?.[1]).toBe(
      `深圳市公安局南山分局：${Array.from({ length: 8 }, (_, i) => numberOf(i)).join('、')} 等 200 项，已办结`,
    );
    const parts = Array.from({ length: 14 }, (_, i) => ({
      id: '0192f0c8-0000-7000-8000-000000000002',
      number: `SL20261101000001-${i + 1}`,
      organ: nanshan,
      status: 'in_review' as const,
      filingNumbers: [numberOf(i)],
    }));
    expect(linesOfChange({ ...change, parts, filings }).at(-1)).toEqual(['其他 Others', '另有 2 个审核机关']);
  });
});
