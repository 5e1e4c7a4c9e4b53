import type { ApplicationSummary, Withdrawal } from '@beian/contracts/applications.ts';
import type { Actor } from '@beian/service-kit/actor.ts';
import { mutate } from '@beian/service-kit/mutate.ts';
import type { Deps } from '../deps.ts';
import { ApplicationEntity, WithdrawalEntity } from './application.entity.ts';
import { awaitOutcome } from './await-outcome.ts';
import { mustStillAct } from './must-still-act.ts';
import { behalfIn } from './open-application.ts';
import { concernedBy } from './own-application.ts';
import { summaryOf } from './present-application.ts';
import { lockParts, takeBack, takeBackParts } from './take-back.ts';

/**
 * 撤回 (I17), by the filer or the holder in whose place it was submitted: ends an application that is not decided, of a change of several
 * parts those that are not. Asked twice it is one withdrawal. `applied` is false when the engine is slow.
 */
export async function withdrawApplication(
  deps: Deps,
  by: Actor,
  id: string,
  { reason }: Withdrawal,
): Promise<{ summary: ApplicationSummary; applied: boolean }> {
  const { actor, where } = concernedBy(by, id);
  const withdrawalId = await mutate(deps, actor, { action: 'application.withdraw' }, async (change) => {
    const application = await change.lock(ApplicationEntity, where);
    await mustStillAct(change, actor, application);
    const known = await change.em.findOne(WithdrawalEntity, { applicationId: id });
    change.record({
      subject: id,
      data: { version: application.version, again: known !== null, ...behalfIn(application) },
    });
    if (known) return known.id;
    const parts = application.kind === 'change' ? await lockParts(change, id) : [];
    return parts.length > 0 ? takeBackParts(change, application, parts, reason) : takeBack(change, application, reason);
  });
  const applied = await awaitOutcome(
    deps,
    async (em) => (await em.count(WithdrawalEntity, { id: withdrawalId, appliedAt: { $ne: null } })) > 0,
  );
  const application = await deps.orm.em.fork().findOneOrFail(ApplicationEntity, { id });
  return { summary: summaryOf(application), applied };
}
