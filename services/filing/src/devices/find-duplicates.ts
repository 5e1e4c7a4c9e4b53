import { finalStatuses } from '@beian/contracts/allowed-actions.ts';
import type { SystemDuplicate } from '@beian/contracts/device-tables.ts';
import type { SqlEntityManager } from '@beian/service-kit/database.ts';
import { seemSame, type NamedPlace } from './same-system.rules.ts';

/** Candidates of one unit in one county that are looked at. */
const looked = 500;
export type ReviewedSystem = NamedPlace & { applicationId: string; uscc: string; countyCode: string };
type Row = {
  of: SystemDuplicate['of'];
  number: string;
  system_name: string;
  address_detail: string;
  organ_code: string;
  organ_name: string;
};

/** Filings and open applications of the same unit for what seems to be the same system (I30), other than the application's own. */
export async function findDuplicates(em: SqlEntityManager, reviewed: ReviewedSystem): Promise<SystemDuplicate[]> {
  const { applicationId, uscc, countyCode } = reviewed;
  const filed = [uscc, countyCode, applicationId, applicationId, looked];
  const open = [uscc, countyCode, applicationId, looked];
  const rows = await em.execute<Row[]>(`(${filings}) union all (${applications})`, [...filed, ...open]);
  return rows
    .filter((row) => seemSame(reviewed, { systemName: row.system_name, addressDetail: row.address_detail }))
    .map(({ of, number, system_name: systemName, organ_code: code, organ_name: name }) => ({
      of,
      number,
      systemName,
      organ: { code, name },
    }));
}

const shown = `about.number, about.system_name, about.organ_code, about.organ_name,
  version.content -> 'system' ->> 'addressDetail' as address_detail`;

const filings = `
  select 'filing' as of, ${shown}
  from filing about join filing_version version on version.filing_id = about.id and version.number = about.version
  where about.uscc = ? and about.county_code = ? and about.status <> 'cancelled' and about.application_id <> ?
    and not exists (select 1 from application_filing own where own.filing_id = about.id and own.application_id = ?)
  order by about.registered_at desc limit ?`;

const final = finalStatuses.map((status) => `'${status}'`).join(', ');
// Applications about a filing stand for that filing, which is found itself.
const applications = `
  select 'application' as of, ${shown}
  from application about
  join application_version version on version.application_id = about.id and version.number = about.version
  where about.kind = 'registration' and about.uscc = ? and about.county_code = ?
    and about.status not in (${final}) and about.id <> ?
  order by about.submitted_at desc limit ?`;
