import { beijingDay } from '@beian/contracts/beijing-day.rules.ts';
import { formatFilingNumber } from '@beian/contracts/filing-number.rules.ts';
import type { ApplicationKind } from '@beian/contracts/vocabulary.ts';
import { schema } from '@beian/filing/deps.ts';
import type { Staff } from '@beian/service-kit/actor.ts';
import { openDatabase, type Orm } from '@beian/service-kit/database.ts';
import { aCase, type Case } from '@beian/testkit/cases.ts';

const shenzhen = { code: '440300', name: '深圳市公安局' };
const nanshan = { code: '440305', name: '深圳市公安局南山分局' };
const futian = { code: '440304', name: '深圳市公安局福田分局' };
const bureau = (code: string, district: string) => ({ code, name: `深圳市公安局${district}分局` });
/** The busier a district, the more often it stands here. */
const organs = [
  ...[nanshan, nanshan, nanshan, nanshan, futian, futian, futian],
  ...[bureau('440306', '宝安'), bureau('440306', '宝安'), bureau('440307', '龙岗'), bureau('440307', '龙岗')],
  ...[bureau('440303', '罗湖'), bureau('440303', '罗湖'), bureau('440309', '龙华'), bureau('440309', '龙华')],
  ...[bureau('440308', '盐田'), bureau('440311', '光明')],
];
const kinds: readonly ApplicationKind[] = [
  ...(['registration', 'registration', 'registration', 'registration', 'registration', 'registration'] as const),
  ...(['change', 'change', 'cancellation', 'transfer', 'appeal'] as const),
];
const places = [
  ['深圳湾万象商业管理有限公司', '深圳湾万象城视频监控系统'],
  ['深圳市科苑物业服务有限公司', '科苑花园小区视频监控系统'],
  ['深圳市南油第二小学', '南油第二小学校园视频监控系统'],
  ['深圳滨海地铁商业有限公司', '后海站商业街视频监控系统'],
  ['深圳市蛇口人民医院', '蛇口人民医院门诊楼视频监控系统'],
  ['深圳前海国际酒店有限公司', '前海国际酒店公共区域视频监控系统'],
  ['深圳市大沙河文体中心', '大沙河文体中心视频监控系统'],
  ['深圳市桃园农贸市场有限公司', '桃园农贸市场视频监控系统'],
] as const;
const applications = 420;

const at = <T>(list: readonly T[], n: number): T => list[n % list.length] as T;
/** So many days ago, at an hour, in Beijing. */
const ago = (days: number, time = '10:00') => `${beijingDay(new Date(Date.now() - days * 24 * 3600 * 1000))}T${time}`;
const number = (days: number, serial: number) =>
  `SL${ago(days).slice(0, 10).replaceAll('-', '')}${String(700_000 + serial)}`;
const ofPlace = (n: number) => {
  const [unitName, systemName] = at(places, n);
  return { unitName, systemName };
};

type Hand = Pick<Staff, 'accountId' | 'staffNo'>;
export type Hands = { nanshan: readonly Hand[]; futian: Hand };

/** What nobody can play in a minute: rows of a year's work in Shenzhen, and tasks that became late, lie with somebody, or reached the city. */
export async function aYear(databaseUrl: string, hands: Hands): Promise<void> {
  const orm = await openDatabase({ ...schema, url: databaseUrl });
  for (let n = 0; n < applications; n += 1) await aCase({ orm }, settled(n));
  for (let n = 0; n < 28; n += 1) await aCase({ orm }, open(n, hands));
  await filings(orm);
  await orm.close();
}

/** Ever more of them towards today; each sixth was returned once, each nineteenth rejected. */
function settled(n: number): Case {
  const since = 14 + Math.round(345 * (1 - Math.sqrt(n / applications)));
  const took = at([1, 2, 2, 3, 1, 4, 3, 5, 2, 7], n * 7);
  const outcome = n % 19 === 3 ? 'reject' : 'approve';
  const opened = ago(since, at(['09:10', '11:30', '15:20'], n));
  return {
    ...ofPlace(n * 5),
    number: number(since, n),
    kind: at(kinds, n * 3),
    organ: at(organs, n * 11),
    status: outcome === 'reject' ? 'rejected' : 'completed',
    reviews:
      n % 6 === 1
        ? [
            { opened, closed: ago(since - 2, '16:00'), outcome: 'return' },
            { opened: ago(since - 5), closed: ago(since - 5 - took, '16:40'), outcome },
          ]
        : [{ opened, closed: ago(since - took, '16:40'), outcome }],
  };
}

/** From today to eleven days ago: a review has seven days, and what is late for two is with the city. */
function open(n: number, hands: Hands): Case {
  const since = (n * 5) % 12;
  const organ = n % 3 === 2 ? futian : nanshan;
  const assignee = organ === futian ? hands.futian : at(hands.nanshan, n);
  return {
    ...ofPlace(n),
    number: number(since, applications + n),
    kind: at(kinds, n * 3),
    organ,
    reviews: [
      {
        opened: ago(since),
        due: ago(since - 7, '23:59'),
        ...(n % 4 === 0 ? {} : { assignee }),
        ...(since > 8 ? { escalatedTo: [shenzhen.code] } : {}),
      },
    ],
  };
}

/** What was registered and approved, each with eight to twenty devices. */
async function filings(orm: Orm): Promise<void> {
  const em = orm.em.fork();
  const rows = await em.execute<{ id: string; county_code: string }[]>(
    `select id, county_code from application a where kind = 'registration' and status = 'completed'
       and not exists (select 1 from filing f where f.application_id = a.id) order by number`,
  );
  const numbers = rows.map(({ id, county_code: county }, n) => ({
    id,
    number: formatFilingNumber(county, 900_000 + n),
  }));
  await em.execute(
    `insert into filing (id, number, application_id, uscc, system_name, county_code, organ_code, organ_name, status, version, registered_at)
     select gen_random_uuid(), n.number, a.id, a.uscc, a.system_name, a.county_code, a.organ_code, a.organ_name, 'valid', 1, a.submitted_at
     from jsonb_to_recordset(?::jsonb) as n (id uuid, number text) join application a on a.id = n.id`,
    [JSON.stringify(numbers)],
  );
  await em.execute(
    `insert into device (filing_id, serial, row)
     select f.id, s, jsonb_build_object('serial', s, 'hasSnapshot', s % 3 = 0, 'retentionDays', (array[30, 30, 90, 15, 60, 90])[1 + (s + length(f.system_name)) % 6])
     from filing f cross join generate_series(1, 20) s
     where f.number = any(?) and s <= 8 + length(f.system_name) % 13`,
    [`{${numbers.map((one) => one.number).join(',')}}`],
  );
}
