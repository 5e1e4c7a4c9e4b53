import type { AcceptancePolicy } from '@beian/contracts/workflows.ts';
import type { Change } from '@beian/service-kit/mutate.ts';
import type { Calendar } from '../calendar/calendar.rules.ts';
import { cancelFiling } from '../cancellations/cancel-filing.ts';
import { applyChange } from '../changes/apply-change.ts';
import type { Deps } from '../deps.ts';
import { registerFiling } from '../filings/register-filing.ts';
import { awaitRecipient } from '../transfers/await-recipient.ts';
import { UnitEntity } from '../units/unit.entity.ts';
import { type ApplicationEntity, ApplicationVersion } from './application.entity.ts';
import { completeApplication } from './complete-application.ts';
import { filedContent } from './content.rules.ts';
import { personalOf } from './present-application.ts';

/** The last approval settles inside the caller's transaction: what each business does to its filings then (M066, M106, I08). */
export async function settleApproval(
  deps: Pick<Deps, 'sealer'>,
  change: Change,
  application: ApplicationEntity,
  times: { acceptance: AcceptancePolicy | undefined; calendar: Calendar },
): Promise<void> {
  switch (application.kind) {
    case 'registration': {
      const { id: applicationId, version: number } = application;
      const version = await change.em.findOneOrFail(ApplicationVersion, { applicationId, number });
      await carryCorrections(deps, change, application, version);
      const filing = await registerFiling(deps, change, application, version);
      return completeApplication(change, application, [filing.number]);
    }
    case 'cancellation': {
      const filing = await cancelFiling(change, application);
      return completeApplication(change, application, [filing.number]);
    }
    case 'change': {
      const filings = await applyChange(deps, change, application);
      return completeApplication(
        change,
        application,
        filings.map((filing) => filing.number),
      );
    }
    case 'transfer':
      return awaitRecipient(change, application, times);
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
  if (!unitId || !accountId) return;
  const { uscc, type, name, attachments } = filedContent(version).unit;
  const others = await change.em.count(UnitEntity, { accountId, uscc, id: { $ne: unitId } });
  if (others > 0) return;
  const unit = await change.lock(UnitEntity, { id: unitId });
  const { headName } = personalOf(deps, version);
  const sealed = deps.sealer.seal({ headName }, { table: 'unit', column: 'sealed', row: unitId });
  Object.assign(unit, { uscc, type, name, attachments, sealed });
}
