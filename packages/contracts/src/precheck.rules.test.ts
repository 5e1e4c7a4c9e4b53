import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deviceFactsOf, type CheckedDevice } from './device-facts.rules.ts';
import { filingDeadline } from './filing-deadline.rules.ts';
import { findingsAbout, precheck, type Prechecked } from './precheck.rules.ts';
import { PrecheckFinding } from './precheck.ts';
import { precheckTexts } from './precheck-texts.ts';
import { phrase } from './problems.ts';
import { articles } from './regulation.ts';

const device: CheckedDevice = {
  serial: 1,
  pointName: '一楼大厅',
  address: '文心五路 33 号',
  place: 'gathering',
  hasSnapshot: true,
  enabledOn: '2026-03-01',
  retentionDays: 30,
  signPosted: true,
};
const good = {
  system: {
    name: '海岸城购物中心视频监控系统',
    addressDetail: '粤海街道文心五路 33 号海岸城',
    hasSnapshot: true,
    retentionDays: 30,
    firstUseOn: '2026-03-01',
    remarks: '覆盖出入口、中庭与停车场',
  },
  unitType: 'enterprise',
  devices: deviceFactsOf([device]),
  filedOn: '2026-03-31',
} satisfies Prechecked;
const withDevice = (changes: Partial<CheckedDevice>) => ({
  ...good,
  devices: deviceFactsOf([device, { ...device, serial: 2, ...changes }]),
});
const withSystem = (changes: Prechecked['system']) => ({ ...good, system: { ...good.system, ...changes } });
const codesOf = (checked: Prechecked) => precheck(checked).map(({ code }) => code);

describe('the pre-check against the regulation (N4)', () => {
  it('finds nothing in a filing that is in order', () => expect(precheck(good)).toEqual([]));

  it('tells article 17 of 15 days of storage and article 8 of a device in a dressing room', () => {
    const checked = { ...withSystem({ retentionDays: 15 }), devices: withDevice({ address: '三楼更衣室' }).devices };
    expect(precheck(checked)).toEqual([
      {
        code: 'place.forbidden',
        article: 8,
        severity: 'warning',
        fields: ['/system/deviceTableId'],
        params: { words: '更衣室' },
        devices: { total: 1, serials: [2], words: ['更衣室'] },
      },
      {
        code: 'retention.short',
        article: 17,
        severity: 'warning',
        fields: ['/system/retentionDays'],
        params: { days: 15 },
      },
    ]);
  });

  it.each<[string, Prechecked, string[]]>([
    ['29 days', withSystem({ retentionDays: 29 }), ['retention.short']],
    ['365 days', withSystem({ retentionDays: 365 }), ['retention.devices-differ']],
    ['366 days', withSystem({ retentionDays: 366 }), ['retention.devices-differ', 'retention.long']],
    [
      'a device with 29 days',
      withDevice({ retentionDays: 29 }),
      ['retention.devices-short', 'retention.devices-differ'],
    ],
    ['a device with 60 days', withDevice({ retentionDays: 60 }), []],
    ['remarks about a dressing room', withSystem({ remarks: '更衣室内 2 台' }), ['place.forbidden']],
    ['remarks that rule it out', withSystem({ remarks: '更衣室未安装' }), []],
    ['a device at the door', withDevice({ pointName: '卫生间门口' }), ['place.beside-private']],
    ['an address beside', withSystem({ addressDetail: '文心五路公厕对面' }), []],
    ['a ward', withDevice({ pointName: '3 病房' }), ['place.may-be-private']],
    ['no sign', withDevice({ signPosted: false }), ['sign.missing']],
    ['a military area', withSystem({ addressDetail: '军事管理区北门' }), ['place.secret-neighbour']],
    ['a road of an enterprise', withDevice({ place: 'road' }), ['place.roads']],
    ['a road of an organ', { ...withDevice({ place: 'road' }), unitType: 'state_organ' }, []],
    ['a taxi', withDevice({ place: 'vehicle', pointName: '出租车粤B1' }), ['place.small-vehicle']],
    ['a residential area', withSystem({ name: '阳光小区监控系统' }), ['place.outside-article-7']],
    ['a neighbourhood in the address', withSystem({ addressDetail: '阳光小区东门' }), []],
    ['snapshots denied', withSystem({ hasSnapshot: false }), ['snapshot.devices-differ']],
    [
      'snapshots nowhere',
      { ...good, devices: deviceFactsOf([{ ...device, hasSnapshot: false }]) },
      ['snapshot.devices-differ'],
    ],
    ['no date', withSystem({ firstUseOn: undefined }), ['first-use.not-stated']],
    [
      'no date, an old device',
      { ...withDevice({ enabledOn: '2026-01-01' }), system: { ...good.system, firstUseOn: undefined } },
      ['first-use.devices-late'],
    ],
    ['an older device', withDevice({ enabledOn: '2026-02-28' }), ['first-use.devices-earlier']],
    ['a day late', { ...good, filedOn: '2026-04-01' }, ['first-use.late']],
    ['late, but a change', { ...good, filedOn: undefined, system: { ...good.system, firstUseOn: '2020-01-01' } }, []],
    ['nothing filled in', { system: {} }, []],
  ])('%s', (_, checked, codes) => expect(codesOf(checked)).toEqual(codes));

  it.each([
    ['2026-03-01', '2026-03-31', false],
    ['2025-04-01', '2025-05-01', false],
    ['2025-03-31', '2025-06-30', true],
    ['2024-02-29', '2025-06-30', true],
    ['2026-12-15', '2027-01-14', false],
  ])('a system in use since %s is to be filed by %s', (firstUseOn, deadline, transition) =>
    expect(filingDeadline(firstUseOn)).toEqual({ deadline, transition }),
  );

  it('finds a filing late from the day after its last day on, never before', () => {
    const day = fc.date({ min: new Date('2024-01-01'), max: new Date('2027-12-31'), noInvalidDate: true });
    const of = (date: Date) => date.toISOString().slice(0, 10);
    fc.assert(
      fc.property(day, day, (used, filed) => {
        const checked = { system: { firstUseOn: of(used) }, filedOn: of(filed) };
        expect(codesOf(checked).length > 0).toBe(of(filed) > filingDeadline(of(used)).deadline);
      }),
    );
  });

  const anything: fc.Arbitrary<Prechecked> = fc.record({
    system: fc.record(
      {
        name: fc.oneof(fc.string(), fc.constantFrom('阳光小区', '客房', '部队')),
        addressDetail: fc.oneof(fc.string(), fc.constantFrom('更衣室', '病房')),
        hasSnapshot: fc.boolean(),
        retentionDays: fc.integer({ min: 1, max: 3650 }),
        firstUseOn: fc.constantFrom('2020-01-01', '2026-01-01'),
        remarks: fc.string(),
      },
      { requiredKeys: [] },
    ),
    unitType: fc.constantFrom('enterprise', 'state_organ', 'foundation', 'law_firm'),
    devices: fc.option(fc.constantFrom(good.devices, withDevice({ signPosted: false, place: 'road' }).devices), {
      nil: undefined,
    }),
    filedOn: fc.option(fc.constantFrom('2025-06-30', '2026-03-31'), { nil: undefined }),
  });

  it('says each matter once, warnings first, in whole sentences of both languages, and quotes its article', () => {
    fc.assert(
      fc.property(anything, (checked) => {
        const findings = precheck(checked);
        expect(new Set(findings.map(({ code }) => code)).size).toBe(findings.length);
        const severities = findings.map(({ severity }) => severity);
        expect(severities).toEqual(severities.toSorted().toReversed());
        for (const finding of findings) {
          expect(PrecheckFinding.parse(finding)).toEqual(finding);
          const { message, advice } = precheckTexts[finding.code];
          for (const locale of ['zh-CN', 'en'] as const)
            for (const text of [message, advice]) expect(phrase(text, locale, finding.params)).not.toMatch(/[{}]/);
        }
      }),
    );
  });

  it('keeps of a change what is about its changed fields', () => {
    const findings = precheck(withSystem({ retentionDays: 15, addressDetail: '更衣室', name: '阳光小区' }));
    const about = (...fields: string[]) => findingsAbout(findings, fields).map(({ code }) => code);
    expect(about('system.retentionDays')).toEqual(['retention.short']);
    expect(about('system.address')).toEqual(['place.forbidden']);
    expect(about('system.safetyOfficerName')).toEqual([]);
  });
});

it.each(Object.entries(precheckTexts))('%s quotes its article word for word', (_, { article, quote, clause }) => {
  expect(articles[article].text.join('')).toContain(quote);
  expect(clause.zh.startsWith(articles[article].name.zh)).toBe(true);
});
