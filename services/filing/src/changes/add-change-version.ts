import type { ChangePapers } from '@beian/contracts/changes.ts';
import type { DeviceRow } from '@beian/contracts/device-tables.ts';
import { newId } from '@beian/service-kit/ids.ts';
import type { Change } from '@beian/service-kit/mutate.ts';
import { ApplicationVersion } from '../applications/application.entity.ts';
import { documentIdsOf, type OpenContent } from '../applications/content.rules.ts';
import type { Deps } from '../deps.ts';
import type { FilingEntity } from '../filings/filing.entity.ts';
import type { FilingContent } from './change.rules.ts';
import { ApplicationFilingVersion } from './change.entity.ts';

type Asked = { filing: Pick<FilingEntity, 'id' | 'number'>; after: FilingContent };

/** The filings of a version, and the rows of the device tables that are new to them. */
type Brought = { asked: readonly Asked[]; tables: ReadonlyMap<string, readonly DeviceRow[]> };

/**
 * Writes a version of a change: its papers, and for each filing the content that it would have, with the device tables that are new. It
 * shows the first filing's. `whole` for a change whose parts hold the filings and tables.
 */
export async function addChangeVersion(
  deps: Pick<Deps, 'sealer'>,
  change: Change,
  version: Brought & {
    applicationId: string;
    number: number;
    papers: ChangePapers;
    /** Of the agent who files it. */
    letter: Pick<OpenContent, 'delegationLetterId'>;
    whole?: boolean;
    explanation?: string | undefined;
  },
): Promise<ApplicationVersion> {
  const { applicationId, number, papers, letter, asked, whole = false } = version;
  const [first] = asked;
  if (!first) throw new Error(`a change of no filing: ${applicationId}`);
  const id = newId();
  const content: OpenContent = { ...first.after.open, change: papers, ...letter };
  const tables = asked.map(({ after }) => after.open.system.deviceTableId);
  if (!whole) {
    for (const one of asked) addAsked(deps, change, id, one);
    await addDevices(change, id, version);
  }
  return change.create(ApplicationVersion, {
    id,
    applicationId,
    number,
    content,
    sealed: deps.sealer.seal(first.after.personal, { table: 'application_version', column: 'sealed', row: id }),
    documentIds: [...new Set([...documentIdsOf(content), ...tables])],
    explanation: version.explanation ?? null,
    createdAt: change.now,
  });
}

function addAsked(deps: Pick<Deps, 'sealer'>, change: Change, versionId: string, { filing, after }: Asked): void {
  const id = newId();
  change.create(ApplicationFilingVersion, {
    id,
    applicationVersionId: versionId,
    filingId: filing.id,
    filingNumber: filing.number,
    content: after.open,
    sealed: deps.sealer.seal(after.personal, { table: 'application_filing_version', column: 'sealed', row: id }),
  });
}

// Only the tables of this version's own filings; one statement for each, for one may have 20,000 rows.
async function addDevices(change: Change, versionId: string, { asked, tables }: Brought): Promise<void> {
  for (const documentId of new Set(asked.map(({ after }) => after.open.system.deviceTableId))) {
    const devices = tables.get(documentId);
    if (!devices) continue;
    await change.em.execute(
      `insert into application_device (application_version_id, document_id, serial, row)
       select ?, ?, (device ->> 'serial')::int, device from jsonb_array_elements(?::jsonb) device`,
      [versionId, documentId, JSON.stringify(devices)],
      'run',
    );
  }
}
