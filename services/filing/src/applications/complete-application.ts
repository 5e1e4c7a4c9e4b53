import { newId } from '@beian/service-kit/ids.ts';
import type { Change } from '@beian/service-kit/mutate.ts';
import type { Deps } from '../deps.ts';
import { cancelFiling } from '../cancellations/cancel-filing.ts';
import type { FilingEntity } from '../filings/filing.entity.ts';
import { releaseFilings } from '../filings/occupy-filing.ts';
import { registerFiling } from '../filings/register-filing.ts';
import { UnitEntity } from '../units/unit.entity.ts';
import { type ApplicationEntity, ApplicationVersion, TimelineEntity } from './application.entity.ts';
import { personalOf } from './present-application.ts';

/** An approved application settles inside the caller's transaction: what its business does to the filing, the status, the events (M066, M106, I08). */
export async function completeApplication(
  deps: Pick<Deps, 'sealer'>,
  change: Change,
  application: ApplicationEntity,
): Promise<void> {
  const { id, accountId, kind, organCode, version: number } = application;
  application.status = 'completed';
  const filing = await settledFiling(deps, change, application);
  await releaseFilings(change, id);
  change.create(TimelineEntity, { id: newId(), applicationId: id, at: change.now, kind: 'completed', by: 'platform' });
  change.emit('application.completed', {
    subject: id,
    data: { applicationId: id, kind, version: number, organCode, accountId, filingNumbers: [filing.number] },
  });
}

async function settledFiling(
  deps: Pick<Deps, 'sealer'>,
  change: Change,
  application: ApplicationEntity,
): Promise<FilingEntity> {
  switch (application.kind) {
    case 'registration': {
      const { id: applicationId, version: number } = application;
      const version = await change.em.findOneOrFail(ApplicationVersion, { applicationId, number });
      await carryCorrections(deps, change, application, version);
      return registerFiling(deps, change, application, version);
    }
    case 'cancellation':
      return cancelFiling(change, application);
    case 'change':
    case 'transfer':
    case 'appeal':
      throw new Error(`no ${application.kind} can have been submitted`);
  }
}

/** What was corrected on the way is true of the unit too, for its next filing (I22); not when the code became that of another unit of the account. */
async function carryCorrections(
  deps: Pick<Deps, 'sealer'>,
  change: Change,
  application: ApplicationEntity,
  version: ApplicationVersion,
): Promise<void> {
  if (version.number === 1) return;
  const { accountId, unitId } = application;
  if (!unitId) return;
  const { uscc, type, name, attachments } = version.content.unit;
  const others = await change.em.count(UnitEntity, { accountId, uscc, id: { $ne: unitId } });
  if (others > 0) return;
  const unit = await change.lock(UnitEntity, { id: unitId });
  const { headName } = personalOf(deps, version);
  const sealed = deps.sealer.seal({ headName }, { table: 'unit', column: 'sealed', row: unitId });
  Object.assign(unit, { uscc, type, name, attachments, sealed });
}
