import type { SharedFiling } from '@beian/contracts/sharing.ts';
import type { SqlEntityManager } from '@beian/service-kit/database.ts';
import { placeholders } from '@beian/service-kit/placeholders.ts';
import { beijingDay } from '../calendar/beijing-time.rules.ts';
import { type FilingEntity, FilingVersion } from '../filings/filing.entity.ts';

type DeviceFacts = { filing_id: string; devices: number; places: SharedFiling['places'] };

/**
 * Filings as other departments read them, in the order given (I45). Of the version in force it reads what names nobody; its sealed part
 * stays closed, and of the devices there is their number and the items of art. 7 that they stand in. Two statements.
 */
export async function presentSharedFilings(
  em: SqlEntityManager,
  filings: readonly FilingEntity[],
): Promise<SharedFiling[]> {
  if (filings.length === 0) return [];
  const versions = await em.find(FilingVersion, {
    $or: filings.map(({ id, version }) => ({ filingId: id, number: version })),
  });
  const counted = await em.execute<DeviceFacts[]>(
    `select filing_id, count(*)::int devices, json_agg(distinct row ->> 'place' order by row ->> 'place') places
     from device where filing_id in ${placeholders(1, filings.length)} group by filing_id`,
    filings.map(({ id }) => id),
  );
  const versionOf = new Map(versions.map((version) => [version.filingId, version]));
  const factsOf = new Map(counted.map((facts) => [facts.filing_id, facts]));
  return filings.flatMap((filing) => {
    const version = versionOf.get(filing.id);
    return version ? [present(filing, version, factsOf.get(filing.id))] : [];
  });
}

function present(filing: FilingEntity, version: FilingVersion, facts: DeviceFacts | undefined): SharedFiling {
  const { number, status, uscc, systemName, countyCode, organCode, organName, registeredAt, cancelledAt } = filing;
  const { name, type } = version.content.unit;
  return {
    number,
    status,
    unit: { uscc, name, type },
    systemName,
    countyCode,
    organ: { code: organCode, name: organName },
    places: facts?.places ?? [],
    deviceCount: facts?.devices ?? 0,
    filedOn: beijingDay(registeredAt),
    ...(version.number > 1 ? { changedOn: beijingDay(version.effectiveFrom) } : {}),
    ...(cancelledAt ? { cancelledOn: beijingDay(cancelledAt) } : {}),
  };
}
