import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { RegistrationSubmission } from './submissions.ts';
import { fieldError, fieldMessages } from './field-messages.ts';
import { localeOf, phrase, problems } from './problems.ts';
import { Decide } from './review.ts';

const errorsOf = (schema: z.ZodType, input: unknown, locale: 'zh-CN' | 'en' = 'zh-CN') =>
  (schema.safeParse(input, { reportInput: true }).error?.issues ?? []).map((issue) => fieldError(issue, locale));

describe('the language of an answer', () => {
  it.each([
    [undefined, 'zh-CN'],
    ['', 'zh-CN'],
    ['en-GB,en;q=0.9', 'en'],
    ['zh-TW,en;q=0.5', 'zh-CN'],
    ['en;q=0.4, zh;q=0.8', 'zh-CN'],
    ['fr, en;q=0.2', 'en'],
    ['de', 'zh-CN'],
  ])('for %s is %s', (header, locale) => expect(localeOf(header)).toBe(locale));
});

it('every problem and field message reads in Chinese and English', () => {
  for (const text of [
    ...Object.values(problems).flatMap((p) => [p.title, p.detail]),
    ...Object.values(fieldMessages),
  ]) {
    expect(text.zh).toMatch(/[一-鿿]/);
    expect(text.en).toMatch(/[a-z]/i);
    expect(text.en).not.toMatch(/[一-鿿]/);
    expect([...text.zh.matchAll(/\{\w+\}/g)].map(String).sort()).toEqual(
      [...text.en.matchAll(/\{\w+\}/g)].map(String).sort(),
    );
  }
});

it('fills parameters in and leaves unknown ones visible', () => {
  expect(phrase({ zh: '大小 {size},{x}', en: '' }, 'zh-CN', { size: 5 })).toBe('大小 5,{x}');
});

describe('a wrong registration', () => {
  const good = {
    kind: 'registration',
    unitId: '0199b2d6-3c5e-7b1a-8f2e-1f0a5f1c2b3d',
    truthful: true,
    system: {
      name: '海岸城视频监控系统',
      countyCode: '440305',
      streetCode: '440305001',
      addressDetail: '文心五路 33 号',
      deviceCount: 12,
      hasSnapshot: true,
      retentionDays: 30,
      safetyOfficerName: '王强',
      safetyOfficerPhone: '13800138000',
      deviceTableId: '0199b2d6-3c5e-7b1a-8f2e-1f0a5f1c2b3e',
    },
  };

  it('is none when it is right', () => expect(errorsOf(RegistrationSubmission, good)).toEqual([]));

  it('names each field, what is wrong and how to mend it', () => {
    const wrong = {
      ...good,
      truthful: false,
      system: { ...good.system, name: '', deviceCount: 0, safetyOfficerPhone: '12', streetCode: '440304001', extra: 1 },
    };
    expect(
      errorsOf(RegistrationSubmission, wrong)
        .map((e) => `${e.pointer} ${e.code}`)
        .sort(),
    ).toEqual([
      '/system field.unknown',
      '/system/deviceCount number.too-small',
      '/system/name text.empty',
      '/system/safetyOfficerPhone phone.format',
      '/system/streetCode division.street-elsewhere',
      '/truthful declaration.required',
    ]);
  });

  it('says that a missing field is missing', () => {
    const { unitId: _, ...rest } = good;
    expect(errorsOf(RegistrationSubmission, rest)).toEqual([
      { pointer: '/unitId', code: 'required', message: fieldMessages['required']?.zh },
    ]);
  });

  it('sees a street of another county', () => {
    const wrong = { ...good, system: { ...good.system, streetCode: '440304001' } };
    expect(errorsOf(RegistrationSubmission, wrong, 'en')).toMatchObject([
      { pointer: '/system/streetCode', code: 'division.street-elsewhere' },
    ]);
  });
});

describe('a decision', () => {
  it('to return needs a notice that cites each field once', () => {
    expect(errorsOf(Decide, { outcome: 'return', opinion: '请补正' }).map((e) => e.code)).toEqual([
      'decision.notice-required',
    ]);
    const entry = { field: 'system.name', problem: '不完整', advice: '写全称' };
    expect(
      errorsOf(Decide, { outcome: 'return', opinion: '请补正', notice: [entry, entry] }).map((e) => e.code),
    ).toEqual(['decision.field-twice']);
    expect(errorsOf(Decide, { outcome: 'return', opinion: '请补正', notice: [entry] })).toEqual([]);
  });

  it('to reject needs a reason, to re-route an organ', () => {
    expect(errorsOf(Decide, { outcome: 'reject', opinion: '不属于' }).map((e) => e.pointer)).toEqual(['/reasonCode']);
    expect(errorsOf(Decide, { outcome: 'reroute', opinion: '转办' }).map((e) => e.pointer)).toEqual(['/targetOrgan']);
  });
});
