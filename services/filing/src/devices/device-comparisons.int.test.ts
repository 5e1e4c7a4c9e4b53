import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DeviceRow } from '@beian/contracts/device-tables.ts';
import type { ReviewTaskDetail } from '@beian/contracts/review.ts';
import type { Unit } from '@beian/contracts/units.ts';
import { aPersonalUser, aReviewer } from '@beian/testkit/actors.ts';
import { deviceCells, deviceTableFile } from '@beian/testkit/device-rows.ts';
import { aPlatform, type TestPlatform } from '@beian/testkit/platform.ts';
import { approval, aRegistration, as, aUnit, json, settled, taskOf, uploaded } from '@beian/testkit/registration.ts';
import { placeKeyOf, placeText } from './device-keys.rules.ts';

const filer = aPersonalUser();
const other = aPersonalUser();
const reviewer = aReviewer();
let platform: TestPlatform;
let unit: Unit;
let otherUnit: Unit;

beforeAll(async () => {
  platform = await aPlatform();
  unit = await aUnit(platform, filer);
  otherUnit = await aUnit(platform, other, '91440300MA5HX5TP5U');
});
afterAll(() => platform.stop());

type Rows = Record<string, string>[];
const code = (serial: number) => String(44_030_500_001_310_000_000n + BigInt(serial));
/** A registration of these devices under a name of its own. */
async function filed(by: typeof filer, name: string, rows: Rows, changes: Record<string, unknown> = {}) {
  const table = await uploaded(platform, by, 'device_table', await deviceTableFile(rows));
  const system = { name, addressDetail: `${name}所在地`, deviceTableId: table, deviceCount: rows.length, ...changes };
  return aRegistration(platform, by, by === filer ? unit : otherUnit, system);
}
async function reviewed(application: { id: string; number: string }, resubmission?: string): Promise<ReviewTaskDetail> {
  const policy = platform.filing.policy.review;
  const cause = resubmission
    ? ({ kind: 'resubmission', id: resubmission } as const)
    : ({ kind: 'submission' } as const);
  await platform.activities.openReview({ applicationId: application.id, stage: 'first', cause, policy });
  const task = await taskOf(platform, reviewer, application.number);
  return json<ReviewTaskDetail>(await as(platform, reviewer).get(`/api/review/tasks/${task.id}`));
}

describe('the same device in two filings', () => {
  it('is shown to both reviewers while both applications are open', async () => {
    const mac = '00-1A-2B-3C-4D-5E';
    const first = await filed(filer, '甲系统', [
      deviceCells(1, { gbCode: code(1), address: '甲路 1 号' }),
      deviceCells(2, { mac, address: '甲路 2 号', direction: '' }),
      deviceCells(3, { address: '甲路 3 号', pointName: '岗亭（东）', longitude: '', latitude: '' }),
      deviceCells(4, { address: '甲路 4 号', longitude: '113.912341', latitude: '22.512341', direction: '北' }),
      deviceCells(5, { address: '甲路 5 号', direction: '' }),
    ]);
    const second = await filed(other, '乙系统', [
      deviceCells(1, { address: '乙路 9 号', direction: '' }),
      deviceCells(2, { address: '乙路 2 号', longitude: '113.912343', latitude: '22.512339', direction: '北' }),
      deviceCells(3, { address: '甲路３号', pointName: '岗亭(东)', longitude: '', latitude: '' }),
      deviceCells(4, { mac, address: '乙路 3 号', direction: '' }),
      deviceCells(5, { gbCode: code(1), address: '乙路 4 号', direction: '' }),
    ]);
    const of = 'application';
    const mine = await reviewed(first);
    expect(mine.overlaps).toEqual([
      {
        of,
        number: second.number,
        systemName: '乙系统',
        organ: second.organ,
        total: 4,
        devices: [
          { serial: 1, otherSerial: 5, match: 'code' },
          { serial: 2, otherSerial: 4, match: 'mac' },
          { serial: 3, otherSerial: 3, match: 'place' },
          { serial: 4, otherSerial: 2, match: 'spot' },
        ],
      },
    ]);
    const [theirs] = (await reviewed(second)).overlaps;
    expect(theirs).toMatchObject({ of, number: first.number, total: 4 });
    expect(theirs?.devices.map(({ serial, otherSerial }) => [serial, otherSerial])).toEqual([
      [2, 4],
      [3, 3],
      [4, 2],
      [5, 1],
    ]);
  });

  it('is shown with the number of a filing, until that is cancelled, and never with the own one', async () => {
    const first = await filed(filer, '丙系统', [deviceCells(1, { gbCode: code(7), address: '丙路' })]);
    await settled(platform, reviewer, first, approval);
    const second = await filed(other, '丁系统', [deviceCells(1, { gbCode: code(7), address: '丁路', direction: '' })]);
    const { overlaps } = await reviewed(second);
    const [row] = await platform.orm.em
      .fork()
      .execute<{ number: string }[]>('select number from filing where application_id = ?', [first.id]);
    expect(overlaps).toMatchObject([{ of: 'filing', number: row?.number, systemName: '丙系统', total: 1 }]);
    await platform.orm.em.fork().execute(`update filing set status = 'cancelled' where application_id = ?`, [first.id]);
    const task = await taskOf(platform, reviewer, second.number);
    const after = await json<ReviewTaskDetail>(await as(platform, reviewer).get(`/api/review/tasks/${task.id}`));
    expect(after.overlaps).toEqual([]);
  });

  it('is found for tables of 3,000 devices that all have one place', async () => {
    const rows = Array.from({ length: 3000 }, (_, i) =>
      deviceCells(i + 1, { pointName: '立杆', address: '戊路', direction: '' }),
    );
    const first = await filed(filer, '戊系统', rows);
    const second = await filed(other, '己系统', rows);
    const started = performance.now();
    expect((await reviewed(second)).overlaps).toMatchObject([{ number: first.number, total: 1 }]);
    expect(performance.now() - started).toBeLessThan(5000);
  });

  it('is known by the same place to the database and to the code', async () => {
    const texts = ['文心五路33号（东侧）', 'Ａ座·1-2层，B区', ' a—B_c/#、。 ', '深圳湾①號', 'İstanbul ﬁ'];
    const em = platform.orm.em.fork();
    for (const text of texts) {
      const [row] = await em.execute<{ place: string }[]>('select place_text(?) as place', [text]);
      expect(row?.place).toBe(placeText(text));
    }
    const [kept] = await em.execute<{ place_key: string; row: DeviceRow }[]>(
      `select place_key, row from application_device where row ->> 'address' = '甲路 3 号'`,
    );
    expect(kept && placeKeyOf(kept.row)).toBe(kept?.place_key);
  });
});

describe('the same system filed twice', () => {
  it('is shown with what there is already of the same unit at the same address', async () => {
    const at = { addressDetail: '粤海街道文心五路 33 号海岸城' };
    const first = await filed(filer, '海岸城购物中心视频监控系统', [deviceCells(1, { address: '庚路' })], at);
    const again = await filed(filer, '海岸城购物中心监控系统', [deviceCells(1, { address: '辛路' })], {
      addressDetail: '粤海街道文心五路33号海岸城',
    });
    await filed(other, '海岸城购物中心视频监控系统', [deviceCells(1, { address: '壬路' })], at);
    const duplicate = { of: 'application', number: first.number, systemName: first.systemName, organ: first.organ };
    expect((await reviewed(again)).duplicates).toEqual([duplicate]);
    await settled(platform, reviewer, first, approval);
    const task = await taskOf(platform, reviewer, again.number);
    const later = await json<ReviewTaskDetail>(await as(platform, reviewer).get(`/api/review/tasks/${task.id}`));
    expect(later.duplicates).toMatchObject([{ of: 'filing', systemName: first.systemName }]);
  });
});

describe('a device table that a resubmission changed', () => {
  it('is shown device by device; a table that stayed is not', async () => {
    const address = '癸路';
    const rows = [1, 2, 3].map((serial) => deviceCells(serial, { address, gbCode: code(100 + serial) }));
    const application = await filed(filer, '癸系统', rows);
    await settled(platform, reviewer, application, {
      outcome: 'return',
      opinion: '请补正。',
      notice: [{ field: 'system.deviceTableId', problem: '与现场不一致', advice: '按实际填写' }],
    });
    const [first, , third] = rows;
    const after = [
      { ...first },
      { ...third, serial: '2', retentionDays: '90' },
      deviceCells(3, { address, pointName: '新点位' }),
    ];
    const table = await uploaded(platform, filer, 'device_table', await deviceTableFile(after));
    const correction = { baseVersion: 1, system: { deviceTableId: table }, truthful: true };
    const path = `/api/applications/${application.id}/resubmission`;
    await json(await as(platform, filer).create(path, correction), 201);
    const task = await reviewed(application, await versionId(application.id));
    expect(task.deviceDiff).toMatchObject({
      counts: { added: 1, removed: 1, changed: 1, unchanged: 1 },
      added: [{ serial: 3, pointName: '新点位' }],
      removed: [{ serial: 2, gbCode: code(102) }],
      changed: [{ before: { serial: 3 }, after: { serial: 2, retentionDays: 90 }, fields: ['retentionDays'] }],
    });
    expect(
      (await reviewed(await filed(filer, '子系统', [deviceCells(1, { address: '子路' })]))).deviceDiff,
    ).toBeUndefined();
  });
});

/** The resubmission's id is that of its version. */
async function versionId(applicationId: string): Promise<string> {
  const sql = 'select id from application_version where application_id = ? order by number desc limit 1';
  const [row] = await platform.orm.em.fork().execute<{ id: string }[]>(sql, [applicationId]);
  return row?.id ?? '';
}
