import type { CancellationRequest } from '@beian/contracts/applications.ts';
import { newId } from '@beian/service-kit/ids.ts';
import type { Change } from '@beian/service-kit/mutate.ts';
import { ApplicationVersion } from '../applications/application.entity.ts';
import { documentIdsOf, type OpenContent, type PersonalContent } from '../applications/content.rules.ts';
import type { Deps } from '../deps.ts';
import type { FilingVersion } from '../filings/filing.entity.ts';
import { personalOfFiling } from '../filings/read-filings.ts';
import { personalOf } from '../applications/present-application.ts';

type Filed = FilingVersion | ApplicationVersion;

/** Writes a version of a cancellation: the filing's unit and system as they are, and what is asked for. */
export async function addCancellationVersion(
  deps: Pick<Deps, 'sealer'>,
  change: Change,
  version: {
    applicationId: string;
    number: number;
    /** The filing's version, or from the second on the application's version before. */
    filed: Filed;
    request: CancellationRequest;
    explanation?: string | undefined;
  },
): Promise<ApplicationVersion> {
  const id = newId();
  const { filed, request } = version;
  const personal: PersonalContent =
    filed instanceof ApplicationVersion ? personalOf(deps, filed) : personalOfFiling(deps, filed);
  const content: OpenContent = { unit: filed.content.unit, system: filed.content.system, cancellation: request };
  return change.create(ApplicationVersion, {
    id,
    applicationId: version.applicationId,
    number: version.number,
    content,
    sealed: deps.sealer.seal(personal, { table: 'application_version', column: 'sealed', row: id }),
    documentIds: documentIdsOf(content),
    explanation: version.explanation ?? null,
    createdAt: change.now,
  });
}
