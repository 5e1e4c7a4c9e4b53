import type { SystemInput } from '@beian/contracts/systems.ts';
import type { UnitInput } from '@beian/contracts/units.ts';
import { newId } from '@beian/service-kit/ids.ts';
import type { Change } from '@beian/service-kit/mutate.ts';
import type { Deps } from '../deps.ts';
import type { DeviceTable } from '../devices/device-table.rules.ts';
import { ApplicationVersion } from './application.entity.ts';
import { documentIdsOf, splitContent } from './content.rules.ts';

/** Writes a version with its devices: what names people is sealed, the rest is JSON. */
export async function addVersion(
  deps: Pick<Deps, 'sealer'>,
  change: Change,
  version: {
    applicationId: string;
    number: number;
    unit: UnitInput;
    system: SystemInput;
    divisionName: string;
    table: DeviceTable;
    paperFormId?: string | undefined;
    explanation?: string | undefined;
  },
): Promise<ApplicationVersion> {
  const id = newId();
  const { paperFormId } = version;
  const { open: filed, personal } = splitContent(version.unit, version.system, version.divisionName);
  const open = { ...filed, ...(paperFormId ? { paperFormId } : {}) };
  const row = change.create(ApplicationVersion, {
    id,
    applicationId: version.applicationId,
    number: version.number,
    content: open,
    sealed: deps.sealer.seal(personal, { table: 'application_version', column: 'sealed', row: id }),
    documentIds: documentIdsOf(open),
    explanation: version.explanation ?? null,
    createdAt: change.now,
  });
  await change.em.flush();
  // One statement for up to 20,000 rows.
  await change.em.execute(
    `insert into application_device (application_version_id, serial, row)
     select ?, (device ->> 'serial')::int, device from jsonb_array_elements(?::jsonb) device`,
    [id, JSON.stringify(version.table.devices)],
    'run',
  );
  return row;
}
