import { allowedActions } from '@beian/contracts/allowed-actions.ts';
import type { ApplicationSummary, Withdrawal } from '@beian/contracts/applications.ts';
import { applicationStatusLabels } from '@beian/contracts/vocabulary.ts';
import type { Actor } from '@beian/service-kit/actor.ts';
import { newId } from '@beian/service-kit/ids.ts';
import { mutate } from '@beian/service-kit/mutate.ts';
import { problem } from '@beian/service-kit/problem.ts';
import type { Deps } from '../deps.ts';
import { DecisionEntity, ReviewTaskEntity } from '../review/review.entity.ts';
import { ApplicationEntity, WithdrawalEntity } from './application.entity.ts';
import { awaitOutcome } from './await-outcome.ts';
import { mustStillAct } from './must-still-act.ts';
import { behalfIn } from './open-application.ts';
import { concernedBy } from './own-application.ts';
import { summaryOf } from './present-application.ts';

/** 撤回 (I17), by the filer or the holder in whose place it was submitted: ends an application that is not decided. Asked twice it is one withdrawal. `applied` is false when the engine is slow. */
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
    if (!allowedActions(application.status).includes('withdraw')) {
      const status = applicationStatusLabels[application.status];
      throw problem('application.not-open', { params: { status } });
    }
    if ((await change.em.count(DecisionEntity, { applicationId: id, appliedAt: null })) > 0) {
      throw problem('application.decided');
    }
    const { id: withdrawalId } = change.create(WithdrawalEntity, {
      id: newId(),
      applicationId: id,
      reason: reason || null,
      at: change.now,
    });
    const open = { applicationId: id, status: { $in: ['open' as const, 'claimed' as const] } };
    for (const task of await change.em.find(ReviewTaskEntity, open)) {
      task.status = 'cancelled';
      task.closedAt = change.now;
    }
    change.tell({ op: 'signal', workflowId: id, signal: 'withdrawn', message: { id: withdrawalId } });
    return withdrawalId;
  });
  const applied = await awaitOutcome(
    deps,
    async (em) => (await em.count(WithdrawalEntity, { id: withdrawalId, appliedAt: { $ne: null } })) > 0,
  );
  const application = await deps.orm.em.fork().findOneOrFail(ApplicationEntity, { id });
  return { summary: summaryOf(application), applied };
}
