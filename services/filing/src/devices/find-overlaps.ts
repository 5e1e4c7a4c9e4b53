import type { DeviceOverlap } from '@beian/contracts/device-tables.ts';
import { finalStatuses } from '@beian/contracts/allowed-actions.ts';
import { deviceMatches, type DeviceMatch } from '@beian/contracts/vocabulary.ts';
import type { SqlEntityManager } from '@beian/service-kit/database.ts';

/** Pairs that are listed of one other filing or application. */
const listed = 50;
type Row = {
  number: string;
  system_name: string;
  organ_code: string;
  organ_name: string;
  serial: number;
  other_serial: number;
  match: DeviceMatch;
  total: string;
};
export type Reviewed = { applicationId: string; versionId: string };

/**
 * Who else holds devices of this version (N11): filings that are not cancelled and not the application's own, and other open
 * applications, each with the devices that are the same. Both reviewers see it, for each looks from the own side.
 */
export async function findOverlaps(em: SqlEntityManager, reviewed: Reviewed): Promise<DeviceOverlap[]> {
  return [
    ...(await overlapsWith(em, reviewed, { of: 'filing', ...filings })),
    ...(await overlapsWith(em, reviewed, { of: 'application', ...applications })),
  ];
}

const final = finalStatuses.map((status) => `'${status}'`).join(', ');
const filings = {
  devices: 'device',
  owner: 'filing_id',
  join: 'filing about on about.id = pair.owner',
  where: `about.status <> 'cancelled' and about.application_id <> ?
    and not exists (select 1 from application_filing own where own.filing_id = about.id and own.application_id = ?)`,
};
const applications = {
  devices: 'application_device',
  owner: 'application_version_id',
  join: `application_version version on version.id = pair.owner
    join application about on about.id = version.application_id and about.version = version.number`,
  where: `about.status not in (${final}) and about.id not in (?, ?)`,
};
type Others = typeof filings & { of: DeviceOverlap['of'] };

async function overlapsWith(em: SqlEntityManager, reviewed: Reviewed, others: Others): Promise<DeviceOverlap[]> {
  const { applicationId, versionId } = reviewed;
  const rows = await em.execute<Row[]>(statement(others), [versionId, applicationId, applicationId, listed]);
  return [...Map.groupBy(rows, (row) => row.number)].flatMap(([number, pairs]) => {
    const [first] = pairs;
    if (!first) return [];
    return [
      {
        of: others.of,
        number,
        systemName: first.system_name,
        organ: { code: first.organ_code, name: first.organ_name },
        total: Number(first.total),
        devices: pairs.map((pair) => ({ serial: pair.serial, otherSerial: pair.other_serial, match: pair.match })),
      },
    ];
  });
}

// Keys are grouped on both sides before they meet: a table that calls every device the same is one key, not the square of its rows.
const pairsBy = ({ devices, owner }: Others) =>
  deviceMatches.map(
    (match, rank) => `select mine.serial, other.${owner} as owner, min(other.serial) as other_serial,
      '${match}' as match, ${rank} as rank
    from (select ${match}_key as key, min(serial) as serial from mine where ${match}_key is not null group by 1) mine
    join ${devices} other on other.${match}_key = mine.key
    group by mine.serial, other.${owner}`,
  );

const statement = (others: Others) => `
  with mine as (select * from application_device where application_version_id = ?),
  pair as (${pairsBy(others).join(' union all ')}),
  best as (
    select distinct on (about.number, pair.serial) about.number, about.system_name, about.organ_code, about.organ_name,
      pair.serial, pair.other_serial, pair.match
    from pair join ${others.join}
    where ${others.where}
    order by about.number, pair.serial, pair.rank
  )
  select * from (
    select best.*, count(*) over (partition by number) as total, row_number() over (partition by number order by serial) as place
    from best
  ) counted
  where place <= ?
  order by total desc, number, serial
  limit 1000`;
