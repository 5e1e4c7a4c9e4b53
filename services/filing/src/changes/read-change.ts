import { z } from 'zod';
import type { SqlEntityManager } from '@beian/service-kit/database.ts';
import type { ApplicationVersion } from '../applications/application.entity.ts';
import type { PersonalContent } from '../applications/content.rules.ts';
import type { Deps } from '../deps.ts';
import type { FilingVersion } from '../filings/filing.entity.ts';
import { versionsOf } from '../filings/held-filings.ts';
import { ApplicationFiling } from '../filings/occupy-filing.ts';
import { personalOfFiling } from '../filings/read-filings.ts';
import type { FilingContent } from './change.rules.ts';
import { ApplicationFilingVersion } from './change.entity.ts';

const Personal = z.object({ headName: z.string(), safetyOfficerName: z.string(), safetyOfficerPhone: z.string() });

/** Opens the personal part of what is asked for a filing. */
export const personalAsked = (deps: Pick<Deps, 'sealer'>, { id, sealed }: ApplicationFilingVersion): PersonalContent =>
  Personal.parse(deps.sealer.unseal(sealed, { table: 'application_filing_version', column: 'sealed', row: id }));

/** A filing of a change: the version that the change began with, and what is asked for it. */
export type ReadFiling = {
  applicationId: string;
  filingId: string;
  filingNumber: string;
  /** The version of the filing that the change began with. */
  base: FilingVersion;
  before: FilingContent;
  after: FilingContent;
};

/** The filings of versions of changes, by their numbers; three statements for any number of them. */
export async function filingsOfChange(
  deps: Pick<Deps, 'sealer'>,
  em: SqlEntityManager,
  versions: readonly Pick<ApplicationVersion, 'id' | 'applicationId'>[],
): Promise<ReadFiling[]> {
  const asked = await em.find(
    ApplicationFilingVersion,
    { applicationVersionId: { $in: versions.map((version) => version.id) } },
    { orderBy: { filingNumber: 'asc', id: 'asc' } },
  );
  const links = await em.find(ApplicationFiling, { applicationId: { $in: versions.map((one) => one.applicationId) } });
  const bases = await versionsOf(
    em,
    links.map(({ filingId, baseVersion }) => ({ filingId, number: baseVersion })),
  );
  return asked.map((one) => {
    const applicationId = versions.find((version) => version.id === one.applicationVersionId)?.applicationId;
    const { filingId, filingNumber } = one;
    const link = links.find(
      (candidate) => candidate.filingId === filingId && candidate.applicationId === applicationId,
    );
    const base = bases.find((version) => version.filingId === filingId && version.number === link?.baseVersion);
    if (!applicationId || !base) throw new Error(`filing ${filingNumber} of a change has no version to begin with`);
    return {
      applicationId,
      filingId,
      filingNumber,
      base,
      before: { open: base.content, personal: personalOfFiling(deps, base) },
      after: { open: one.content, personal: personalAsked(deps, one) },
    };
  });
}
