import type { ChangePapers } from '@beian/contracts/changes.ts';
import type { DeviceRow } from '@beian/contracts/device-tables.ts';
import { newId } from '@beian/service-kit/ids.ts';
import type { Change } from '@beian/service-kit/mutate.ts';
import { ApplicationVersion } from '../applications/application.entity.ts';
import { documentIdsOf, type OpenContent } from '../applications/content.rules.ts';
import type { Deps } from '../deps.ts';
import type { FilingEntity } from '../filings/filing.entity.ts';
import { keepTable } from '../filings/replace-devices.ts';
import type { FilingContent } from './change.rules.ts';
import { ApplicationFilingVersion } from './change.entity.ts';

type Asked = { filing: Pick<FilingEntity, 'id' | 'number'>; after: FilingContent };

/**
 * Writes a version of a change: its papers, and the content that each filing would have. It shows the first filing's. `filings: false` for
 * a change whose parts hold the filings.
 */
export function addChangeVersion(
  deps: Pick<Deps, 'sealer'>,
  change: Change,
  version: {
    applicationId: string;
    number: number;
    papers: ChangePapers;
    asked: readonly Asked[];
    filings?: boolean;
    explanation?: string | undefined;
  },
): ApplicationVersion {
  const { applicationId, number, papers, asked, filings = true } = version;
  const [first] = asked;
  if (!first) throw new Error(`a change of no filing: ${applicationId}`);
  const id = newId();
  const content: OpenContent = { ...first.after.open, change: papers };
  const tables = asked.map(({ after }) => after.open.system.deviceTableId);
  if (filings) for (const one of asked) addAsked(deps, change, id, one);
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

/** The rows of the device tables that a change brings, each table once. */
export async function keepTables(change: Change, tables: ReadonlyMap<string, readonly DeviceRow[]>): Promise<void> {
  for (const [documentId, devices] of tables) await keepTable(change.em, documentId, devices);
}
