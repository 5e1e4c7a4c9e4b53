import { describe, expect, it } from 'vitest';
import type { AppealField } from '@beian/contracts/correctable-fields.ts';
import { appealDiff, correctAppeal } from './appeal-correction.rules.ts';

const [old, fresh] = ['0192f0c8-0000-7000-8000-000000000001', '0192f0c8-0000-7000-8000-000000000002'] as const;
const current = { ground: 'ownership' as const, description: '归属有误', evidenceIds: [old] };
const notice = (...fields: AppealField[]) => fields.map((field) => ({ field, problem: '有误', advice: '改' }));
const base = { baseVersion: 1, truthful: true } as const;

describe('a correction of an appeal', () => {
  it('changes what was cited and leaves the rest', () => {
    const given = { ...base, appeal: { evidenceIds: [fresh] } };
    const { corrected, wrong } = correctAppeal(current, notice('appeal.evidenceIds'), given);
    expect(wrong).toEqual([]);
    expect(corrected).toEqual({ description: '归属有误', evidenceIds: [fresh] });
  });

  it('may touch neither what was not cited nor what an appeal has not', () => {
    const given = { ...base, appeal: { description: '另一说明' }, system: { name: '另一系统' } };
    expect(correctAppeal(current, notice('appeal.evidenceIds'), given).wrong).toEqual([
      { path: ['system'], code: 'field.not-cited' },
      { path: ['appeal', 'description'], code: 'field.not-cited' },
      { path: ['appeal', 'evidenceIds'], code: 'field.not-corrected' },
    ]);
  });

  it('must change or explain each cited field', () => {
    const same = { ...base, appeal: { description: '归属有误' } };
    const cited = notice('appeal.description');
    expect(correctAppeal(current, cited, same).wrong).toEqual([
      { path: ['appeal', 'description'], code: 'field.not-corrected' },
    ]);
    expect(correctAppeal(current, cited, { ...same, explanation: '说明属实' }).wrong).toEqual([]);
  });

  it('shows what differs, files by their names', () => {
    const after = { ...current, evidenceIds: [old, fresh] };
    expect(appealDiff(current, after, (id) => (id === old ? '甲.pdf' : '乙.pdf'))).toEqual([
      { field: 'appeal.evidenceIds', before: '甲.pdf', after: '甲.pdf、乙.pdf' },
    ]);
    expect(appealDiff(current, current, () => '–')).toEqual([]);
  });
});
