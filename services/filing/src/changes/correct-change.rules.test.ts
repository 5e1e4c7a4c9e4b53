import { describe, expect, it } from 'vitest';
import type { NoticeEntry, Resubmission } from '@beian/contracts/applications.ts';
import type { CorrectableField } from '@beian/contracts/correctable-fields.ts';
import { correctChange, pathInCorrection, type AskedChange } from './correct-change.rules.ts';

const id = (n: number) => `0192f0c8-0000-7000-8000-00000000000${n}`;
const [first, second] = ['440305010000016', '440305010000024'];
const contentOf = (retentionDays: number) => ({
  open: {
    unit: { uscc: '91440300MA5FX1MP11', type: 'enterprise' as const, name: '海岸城', attachments: [] },
    system: {
      name: '监控系统',
      countyCode: '440305',
      addressDetail: '文心五路 33 号',
      divisionName: '广东省深圳市南山区',
      deviceCount: 12,
      hasSnapshot: true,
      retentionDays,
      deviceTableId: id(1),
    },
  },
  personal: { headName: '陈志远', safetyOfficerName: '王建国', safetyOfficerPhone: '13923456789' },
});
const current: AskedChange = {
  papers: { explanation: '扩容', authorisationId: id(2), proofIds: [id(3)] },
  filings: [
    { filingNumber: first, content: contentOf(60) },
    { filingNumber: second, content: contentOf(90) },
  ],
};
const notice = (...fields: CorrectableField[]): NoticeEntry[] =>
  fields.map((field) => ({ field, problem: '有误', advice: '更正' }));
const given = (part: Partial<Resubmission>): Resubmission => ({ baseVersion: 1, truthful: true, ...part });
const daysOf = (result: ReturnType<typeof correctChange>) =>
  result.contents.map(({ open }) => open.system.retentionDays);

describe('the correction of a change', () => {
  it('reaches all filings, and one of them alone', () => {
    const cited = notice('system.retentionDays');
    expect(daysOf(correctChange(current, cited, given({ system: { retentionDays: 120 } })))).toEqual([120, 120]);
    const perFiling = [{ filingNumber: second, system: { retentionDays: 120 } }];
    const one = correctChange(current, cited, given({ change: { perFiling } }));
    expect([daysOf(one), one.wrong]).toEqual([[60, 120], []]);
  });

  it('changes the papers that are cited', () => {
    const cited = notice('change.explanation', 'change.proofs');
    const { papers, wrong } = correctChange(current, cited, given({ change: { explanation: '换装', proofIds: [] } }));
    expect(wrong).toEqual([]);
    expect(papers).toEqual({ explanation: '换装', authorisationId: id(2), proofIds: [] });
  });

  it('may not touch what is not cited, for all or for one', () => {
    const body = given({
      unit: { name: '新名称' },
      change: {
        authorisationId: id(4),
        perFiling: [{ filingNumber: first, system: { name: '新系统', retentionDays: 120 } }],
      },
      attachments: [],
      cancellation: { reason: '拆除' },
      transfer: { description: '移交' },
      appeal: { description: '异议' },
    });
    expect(correctChange(current, notice('system.retentionDays'), body).wrong).toEqual([
      { path: ['unit', 'name'], code: 'field.not-cited' },
      { path: ['change', 'authorisationId'], code: 'field.not-cited' },
      { path: ['change', 'perFiling', '0', 'system', 'name'], code: 'field.not-cited' },
      { path: ['attachments'], code: 'field.not-cited' },
      { path: ['cancellation', 'reason'], code: 'field.not-cited' },
      { path: ['transfer', 'description'], code: 'field.not-cited' },
      { path: ['appeal', 'description'], code: 'field.not-cited' },
    ]);
  });

  it('must change each cited field in some filing, or explain', () => {
    const cited = notice('system.retentionDays', 'system.address');
    const moved = { countyCode: '440304' };
    const left = [{ path: ['system', 'retentionDays'], code: 'field.not-corrected' }];
    expect(correctChange(current, cited, given({ system: moved })).wrong).toEqual(left);
    expect(correctChange(current, cited, given({ system: moved, explanation: '属实' })).wrong).toEqual([]);
  });

  it('is about the filings of the change alone', () => {
    const perFiling = [{ filingNumber: '440305010000032', system: { retentionDays: 120 } }];
    const { wrong } = correctChange(
      current,
      notice('system.retentionDays'),
      given({ change: { perFiling }, explanation: 'x' }),
    );
    expect(wrong).toEqual([{ path: ['change', 'perFiling', '0', 'filingNumber'], code: 'change.not-listed' }]);
  });

  it('is pointed at where it says what is wrong', () => {
    const body = given({ change: { perFiling: [{ filingNumber: second, system: { deviceCount: 13 } }] } });
    expect(pathInCorrection(body, second, 'deviceCount')).toEqual(['change', 'perFiling', 0, 'system', 'deviceCount']);
    expect(pathInCorrection(body, first, 'deviceCount')).toEqual(['system', 'deviceCount']);
    expect(pathInCorrection(body, first)).toEqual([]);
  });
});
