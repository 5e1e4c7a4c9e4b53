import { describe, expect, it } from 'vitest';
import type { ApplicationContent, NoticeEntry, Resubmission } from '@beian/contracts/applications.ts';
import type { CorrectableField } from '@beian/contracts/correctable-fields.ts';
import { correct } from './correction.rules.ts';

const ids = ['0192f0c8-0000-7000-8000-000000000001', '0192f0c8-0000-7000-8000-000000000002'] as const;
const current: ApplicationContent = {
  unit: {
    uscc: '91440300MA5FX1MP11',
    type: 'enterprise',
    name: '深圳海岸城商业管理有限公司',
    headName: '陈志远',
    attachments: [{ kind: 'business_licence', documentId: ids[0] }],
  },
  system: {
    name: '海岸城监控系统',
    countyCode: '440305',
    streetCode: '440305007',
    addressDetail: '文心五路 33 号',
    divisionName: '广东省深圳市南山区粤海街道',
    deviceCount: 12,
    hasSnapshot: true,
    retentionDays: 30,
    safetyOfficerName: '王建国',
    safetyOfficerPhone: '13923456789',
    deviceTableId: ids[0],
  },
};
const notice = (...fields: CorrectableField[]): NoticeEntry[] =>
  fields.map((field) => ({ field, problem: '有误', advice: '' }));
const given = (part: Partial<Resubmission>): Resubmission => ({ baseVersion: 1, truthful: true, ...part });

describe('a correction', () => {
  it('changes what was cited and leaves the rest', () => {
    const { corrected, wrong } = correct(
      current,
      notice('system.retentionDays', 'unit.headName'),
      given({ system: { retentionDays: 90 }, unit: { headName: '陈远' } }),
    );
    expect(wrong).toEqual([]);
    expect(corrected.system).toMatchObject({ retentionDays: 90, name: '海岸城监控系统', deviceCount: 12 });
    expect(corrected.unit).toMatchObject({ headName: '陈远', attachments: current.unit.attachments });
  });

  it('may not touch what was not cited, not even with the same value', () => {
    const { wrong } = correct(
      current,
      notice('system.retentionDays'),
      given({
        system: { retentionDays: 90, name: '另一个系统' },
        unit: { headName: '陈志远' },
        attachments: [{ kind: 'business_licence', documentId: ids[1] }],
      }),
    );
    expect(wrong).toEqual([
      { path: ['unit', 'headName'], code: 'field.not-cited' },
      { path: ['system', 'name'], code: 'field.not-cited' },
      { path: ['attachments', 'business_licence'], code: 'field.not-cited' },
    ]);
  });

  it('must change or explain each cited field', () => {
    const cited = notice('system.retentionDays', 'system.address');
    const left = correct(current, cited, given({ system: { retentionDays: 30, addressDetail: '文心五路 35 号' } }));
    expect(left.wrong).toEqual([{ path: ['system', 'retentionDays'], code: 'field.not-corrected' }]);
    const explained = given({ system: { addressDetail: '文心五路 35 号' }, explanation: '存储期限属实' });
    expect(correct(current, cited, explained).wrong).toEqual([]);
  });

  it('may give up the street of another county', () => {
    const { corrected, wrong } = correct(
      current,
      notice('system.address'),
      given({ system: { countyCode: '440304', streetCode: null, addressDetail: '福华一路 1 号' } }),
    );
    expect(wrong).toEqual([]);
    expect(corrected.system).toMatchObject({ countyCode: '440304', addressDetail: '福华一路 1 号' });
    expect(corrected.system).not.toHaveProperty('streetCode');
    expect(corrected.system).not.toHaveProperty('divisionName');
  });

  it('of the count may bring another table, of the unit’s type other proofs', () => {
    const count = given({ system: { deviceCount: 13, deviceTableId: ids[1] } });
    expect(correct(current, notice('system.deviceCount'), count).wrong).toEqual([]);
    const type = given({
      unit: { type: 'public_institution' },
      attachments: [{ kind: 'legal_person_certificate', documentId: ids[1] }],
    });
    expect(correct(current, notice('unit.type'), type).wrong).toEqual([]);
  });
});
