import { LockMode } from '@mikro-orm/core';
import { newId } from '@beian/service-kit/ids.ts';
import type { Change } from '@beian/service-kit/mutate.ts';
import { ApplicationVersion, type ApplicationEntity } from '../applications/application.entity.ts';
import { documentIdsOf, papersOf, filedContent } from '../applications/content.rules.ts';
import type { Deps } from '../deps.ts';
import { FilingEntity, FilingVersion } from '../filings/filing.entity.ts';
import { replaceDevices } from '../filings/replace-devices.ts';
import { UnitEntity } from '../units/unit.entity.ts';
import { samePlace } from './change.rules.ts';
import { filingsOfChange, type ReadFiling } from './read-change.ts';

/**
 * Settles an approved change, or one part of it, inside the caller's transaction: each filing gets its next version, its number stays
 * (G8), and what was the version before ends now. The filings were occupied since the submission, so none can have changed meanwhile;
 * one that has is a fault, and nothing is applied.
 */
export async function applyChange(
  deps: Pick<Deps, 'sealer'>,
  change: Change,
  application: ApplicationEntity,
): Promise<FilingEntity[]> {
  const { id: applicationId, version: number } = application;
  const version = await change.em.findOneOrFail(ApplicationVersion, { applicationId, number });
  const asked = await filingsOfChange(deps, change.em, [version]);
  const filings = await change.em.find(
    FilingEntity,
    { id: { $in: asked.map((one) => one.filingId) } },
    { orderBy: { id: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
  );
  const papers = papersOf(filedContent(version).change);
  for (const filing of filings) {
    const one = asked.find((candidate) => candidate.filingId === filing.id);
    if (one?.base.number !== filing.version)
      throw new Error(`filing ${filing.number} has changed under ${application.number}`);
    nextVersion(deps, change, { application, filing, one, papers });
  }
  await change.em.flush();
  const replaced = asked.filter(
    ({ before, after }) => before.open.system.deviceTableId !== after.open.system.deviceTableId,
  );
  await replaceDevices(
    change.em,
    version.id,
    replaced.map(({ filingId, after, base }) => ({
      filingId,
      documentId: after.open.system.deviceTableId,
      version: base.number + 1,
    })),
  );
  await carryUnit(deps, change, application, asked);
  return filings;
}

type Next = { application: ApplicationEntity; filing: FilingEntity; one: ReadFiling; papers: string[] };

function nextVersion(deps: Pick<Deps, 'sealer'>, change: Change, { application, filing, one, papers }: Next): void {
  const { before, after } = one;
  const { system } = after.open;
  const moves = !samePlace(before.open.system, system);
  Object.assign(filing, {
    version: filing.version + 1,
    systemName: system.name,
    countyCode: system.countyCode,
    ...(moves ? { organCode: application.organCode, organName: application.organName } : {}),
  });
  const id = newId();
  const documentIds = [...new Set([...documentIdsOf(after.open), ...papers])];
  change.create(FilingVersion, {
    id,
    filingId: filing.id,
    number: filing.version,
    content: after.open,
    sealed: deps.sealer.seal(after.personal, { table: 'filing_version', column: 'sealed', row: id }),
    documentIds,
    organCode: filing.organCode,
    organName: filing.organName,
    effectiveFrom: change.now,
  });
  change.emit('filing.changed', {
    subject: filing.number,
    sequence: filing.version,
    data: {
      filingNumber: filing.number,
      applicationId: application.id,
      uscc: filing.uscc,
      organCode: filing.organCode,
      countyCode: filing.countyCode,
      version: filing.version,
      changedAt: change.now.toISOString(),
      documentIds,
    },
  });
}

/** A new name of the unit or of its head is true of the holder's unit too, for its next filing (I22). */
async function carryUnit(
  deps: Pick<Deps, 'sealer'>,
  change: Change,
  { accountId, onBehalfOf, uscc }: ApplicationEntity,
  asked: readonly ReadFiling[],
): Promise<void> {
  const name = asked.find(({ before, after }) => after.open.unit.name !== before.open.unit.name)?.after.open.unit.name;
  const head = asked.find(({ before, after }) => after.personal.headName !== before.personal.headName)?.after.personal;
  const holder = onBehalfOf ?? accountId;
  if (!holder || (!name && !head)) return;
  const known = await change.em.findOne(UnitEntity, { accountId: holder, uscc });
  if (!known) return;
  const unit = await change.lock(UnitEntity, { id: known.id });
  if (name) unit.name = name;
  if (head) {
    const sealed = { table: 'unit', column: 'sealed', row: unit.id };
    unit.sealed = deps.sealer.seal({ headName: head.headName }, sealed);
  }
}
