import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Filing, FilingVersionDetail, FilingVersionSummary } from '@beian/contracts/filings.ts';
import { aPersonalUser, aReviewer, organs } from '@beian/testkit/actors.ts';
import { aDeviceTable, aSubmittedChange, inFutian } from '@beian/testkit/change.ts';
import { expectProblem } from '@beian/testkit/expect-problem.ts';
import { aPlatform, type TestPlatform } from '@beian/testkit/platform.ts';
import { aFiling, approval, as, json, named, settled } from '@beian/testkit/registration.ts';

const filer = aPersonalUser();
const reviewer = aReviewer();
let now = new Date('2026-03-02T02:00:00Z');
let platform: TestPlatform;
beforeAll(async () => {
  platform = await aPlatform({ clock: { now: () => now } });
});
afterAll(() => platform.stop());

const get = (number: string, rest = '') => as(platform, filer).get(`/api/filings/${number}${rest}`);
const filingAt = async (number: string, at: string) => json<Filing>(await get(number, `?at=${encodeURIComponent(at)}`));
const versionOf = async (number: string, version: number) =>
  json<FilingVersionDetail>(await get(number, `/versions/${version}`));

describe('the versions of a filing', () => {
  it('say since when each holds and what it changed, and any past day can be read', async () => {
    const number = await aFiling(platform, filer, reviewer);
    now = new Date('2026-05-06T07:30:00Z');
    const system = { retentionDays: 90, safetyOfficerName: '刘建军' };
    await settled(platform, reviewer, await aSubmittedChange(platform, filer, [number], { system }), approval);
    now = new Date('2026-08-10T01:00:00Z');
    const moving = await aSubmittedChange(platform, filer, [number], { system: inFutian });
    await settled(platform, aReviewer(organs.futian), moving, approval);

    const { items } = await json<{ items: FilingVersionSummary[] }>(await get(number, '/versions'));
    expect(items).toEqual([
      { number: 3, effectiveFrom: '2026-08-10T01:00:00.000Z', changed: ['system.address'] },
      {
        number: 2,
        effectiveFrom: '2026-05-06T07:30:00.000Z',
        effectiveTo: '2026-08-10T01:00:00.000Z',
        changed: ['system.retentionDays', 'system.safetyOfficerName'],
      },
      {
        number: 1,
        effectiveFrom: '2026-03-02T02:00:00.000Z',
        effectiveTo: '2026-05-06T07:30:00.000Z',
        changed: [],
      },
    ]);
    const april = await filingAt(number, '2026-04-30');
    expect(april).toMatchObject({
      version: 1,
      status: 'valid',
      organ: { code: '440305' },
      content: { system: { retentionDays: 30, safetyOfficerName: '王*国', divisionName: '广东省深圳市南山区' } },
    });
    expect((await filingAt(number, '2026-05-06')).version).toBe(2); // the whole day, to its end in Beijing
    expect((await filingAt(number, '2026-05-06T15:29:59+08:00')).version).toBe(1);
    expect((await filingAt(number, '2026-05-06T15:30:00+08:00')).version).toBe(2);
    expect(await filingAt(number, '2026-12-31')).toMatchObject({ version: 3, organ: { code: '440304' } });
    await expectProblem(await get(number, '?at=2026-03-01'), { status: 404, code: 'not-found' });
    const second = await versionOf(number, 2);
    expect(second).toMatchObject({ organ: { code: '440305' }, content: { system: { safetyOfficerName: '刘*军' } } });
    expect(second.devices.total).toBe(12);
    expect(JSON.stringify([items, april, second])).not.toContain(named.safetyOfficerPhone);
  });

  it('have the devices of their time, and keep of the past only what is no longer so', async () => {
    const table = await aDeviceTable(platform, filer, ['甲', '乙', '丙']);
    const number = await aFiling(platform, filer, reviewer, { deviceTableId: table, deviceCount: 3 });
    const change = async (points: string[], moved: string[] = []) => {
      const system = { deviceTableId: await aDeviceTable(platform, filer, points, moved), deviceCount: points.length };
      await settled(platform, reviewer, await aSubmittedChange(platform, filer, [number], { system }), approval);
    };
    await change(['甲', '乙', '丙', '丁'], ['乙']);
    await change(['甲', '乙'], ['乙']);
    const devices = async (version: number) =>
      (await versionOf(number, version)).devices.rows.map(({ pointName, address }) => [pointName, address]);
    expect(await devices(1)).toEqual([
      ['甲', '原址'],
      ['乙', '原址'],
      ['丙', '原址'],
    ]);
    expect(await devices(2)).toEqual([
      ['甲', '原址'],
      ['乙', '新址'],
      ['丙', '原址'],
      ['丁', '原址'],
    ]);
    expect(await devices(3)).toEqual([
      ['甲', '原址'],
      ['乙', '新址'],
    ]);
    const kept = await platform.orm.em
      .fork()
      .execute<{ serial: number; from_version: number; until_version: number }[]>(
        `select serial, from_version, until_version from former_device d join filing f on f.id = d.filing_id
         where f.number = ? order by until_version, serial`,
        [number],
      );
    expect(kept).toEqual([
      { serial: 2, from_version: 1, until_version: 2 },
      { serial: 3, from_version: 1, until_version: 3 },
      { serial: 4, from_version: 2, until_version: 3 },
    ]);
  });

  it('are for the holder, and need a version and a time that can be', async () => {
    const number = await aFiling(platform, filer, reviewer);
    for (const rest of ['/versions', '/versions/1', '?at=2026-12-01']) {
      const path = `/api/filings/${number}${rest}`;
      await expectProblem(await as(platform, aPersonalUser()).get(path), { status: 404, code: 'not-found' });
      await expectProblem(await as(platform, reviewer).get(path), { status: 403, code: 'auth.forbidden' });
      await expectProblem(await as(platform, { kind: 'nobody' }).get(path), { status: 401, code: 'auth.required' });
    }
    await expectProblem(await get(number, '/versions/2'), { status: 404, code: 'not-found' });
    const invalid = { status: 422, code: 'request.invalid' } as const;
    await expectProblem(await get(number, '/versions/0'), { ...invalid, pointer: '/version' });
    await expectProblem(await get(number, '?at=yesterday'), { ...invalid, pointer: '/at', fieldCode: 'time.format' });
  });
});
