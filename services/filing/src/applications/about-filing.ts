import type { FilingEntity, FilingVersion } from '../filings/filing.entity.ts';
import type { About } from './open-application.ts';

/** What the queue and the lists show of an application about a filing, for the filing's own organ. */
export const aboutFiling = (filing: FilingEntity, { content }: FilingVersion): About => ({
  uscc: filing.uscc,
  unitName: content.unit.name,
  systemName: filing.systemName,
  countyCode: filing.countyCode,
  divisionName: content.system.divisionName,
  organ: { code: filing.organCode, name: filing.organName },
});
