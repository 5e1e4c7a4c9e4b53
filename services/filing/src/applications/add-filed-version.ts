import { newId } from '@beian/service-kit/ids.ts';
import type { Change } from '@beian/service-kit/mutate.ts';
import type { Deps } from '../deps.ts';
import type { FilingVersion } from '../filings/filing.entity.ts';
import { personalOfFiling } from '../filings/read-filings.ts';
import { ApplicationVersion } from './application.entity.ts';
import { documentIdsOf, filedContent, type OpenContent, type PersonalContent } from './content.rules.ts';
import { personalOf } from './present-application.ts';

/** Writes a version of an application about a filing: the filing's unit and system as they are, and what is asked for. */
export async function addFiledVersion(
  deps: Pick<Deps, 'sealer'>,
  change: Change,
  version: {
    applicationId: string;
    number: number;
    /** The filing's version, or from the second on the application's version before. */
    filed: FilingVersion | ApplicationVersion;
    /** The part of the content that the business adds. */
    asked: Partial<OpenContent>;
    /** And of the part that names people. */
    askedPersonal?: Partial<PersonalContent>;
    explanation?: string | undefined;
  },
): Promise<ApplicationVersion> {
  const id = newId();
  const { filed, asked, askedPersonal } = version;
  const known = filed instanceof ApplicationVersion ? personalOf(deps, filed) : personalOfFiling(deps, filed);
  const personal: PersonalContent = { ...known, ...askedPersonal };
  const { unit, system, delegationLetterId } = filedContent(filed);
  const content: OpenContent = { unit, system, ...(delegationLetterId ? { delegationLetterId } : {}), ...asked };
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
