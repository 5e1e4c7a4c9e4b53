import { newId } from '@beian/service-kit/ids.ts';
import type { Change } from '@beian/service-kit/mutate.ts';
import type { ApplicationEntity, ApplicationVersion } from '../applications/application.entity.ts';
import { filedContent } from '../applications/content.rules.ts';
import { personalOf } from '../applications/present-application.ts';
import type { Deps } from '../deps.ts';
import { enterUnitName } from '../units/unit-register.ts';
import { FilingEntity, FilingVersion, Holding } from './filing.entity.ts';
import { issueFilingNumber } from './issue-filing-number.ts';

/** Settles an approved registration inside the caller's transaction: the filing with its number, its first version, its devices, its holder. */
export async function registerFiling(
  deps: Pick<Deps, 'sealer'>,
  change: Change,
  application: ApplicationEntity,
  version: ApplicationVersion,
): Promise<FilingEntity> {
  const { now, em } = change;
  const content = filedContent(version);
  const filing = change.create(FilingEntity, {
    id: newId(),
    number: await issueFilingNumber(em, application.countyCode),
    applicationId: application.id,
    uscc: content.unit.uscc,
    systemName: content.system.name,
    countyCode: application.countyCode,
    organCode: application.organCode,
    organName: application.organName,
    status: 'valid',
    version: 1,
    registeredAt: now,
  });
  const versionId = newId();
  change.create(FilingVersion, {
    id: versionId,
    filingId: filing.id,
    number: 1,
    content,
    sealed: deps.sealer.seal(personalOf(deps, version), { table: 'filing_version', column: 'sealed', row: versionId }),
    documentIds: version.documentIds,
    organCode: filing.organCode,
    organName: filing.organName,
    effectiveFrom: now,
  });
  // A filing on paper has no holder until its owner claims it (I36).
  if (application.accountId)
    change.create(Holding, { id: newId(), filingId: filing.id, accountId: application.accountId, fromAt: now });
  await em.flush();
  await enterUnitName(change, application.id, content.unit);
  await em.execute(
    `insert into device (filing_id, serial, row)
     select ?, serial, row from application_device where application_version_id = ?`,
    [filing.id, version.id],
    'run',
  );
  change.emit('filing.registered', {
    subject: filing.number,
    sequence: 1,
    data: {
      filingNumber: filing.number,
      applicationId: application.id,
      uscc: filing.uscc,
      organCode: filing.organCode,
      countyCode: filing.countyCode,
      version: 1,
      registeredAt: now.toISOString(),
      documentIds: version.documentIds,
    },
  });
  return filing;
}
