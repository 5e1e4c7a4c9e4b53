import { allowedActions } from '@beian/contracts/allowed-actions.ts';
import type { ApplicationSummary } from '@beian/contracts/applications.ts';
import { applicationStatusLabels } from '@beian/contracts/vocabulary.ts';
import { requireFiler, type Actor } from '@beian/service-kit/actor.ts';
import { newId } from '@beian/service-kit/ids.ts';
import { mutate } from '@beian/service-kit/mutate.ts';
import { problem } from '@beian/service-kit/problem.ts';
import { ApplicationEntity } from '../applications/application.entity.ts';
import { awaitOutcome } from '../applications/await-outcome.ts';
import { summaryOf } from '../applications/present-application.ts';
import type { Deps } from '../deps.ts';
import { mustBeOpen } from './must-be-open.ts';
import { TransferOutcomeEntity } from './transfer.entity.ts';

/** The initiator takes an approved transfer back before the recipient has answered (I48). Asked twice it is one revocation. `applied` is false when the engine is slow. */
export async function revokeTransfer(
  deps: Deps,
  by: Actor,
  id: string,
): Promise<{ summary: ApplicationSummary; applied: boolean }> {
  const actor = requireFiler(by);
  const outcomeId = await mutate(deps, actor, { action: 'transfer.revoke' }, async (change) => {
    const where = { id, accountId: actor.accountId, kind: 'transfer' } as const;
    const application = await change.lock(ApplicationEntity, where);
    const known = await change.em.findOne(TransferOutcomeEntity, { applicationId: id, outcome: 'revoked' });
    change.record({ subject: id, data: { again: known !== null } });
    if (known) return known.id;
    await mustBeOpen(change, id);
    if (!allowedActions(application.status).includes('revoke')) {
      const status = applicationStatusLabels[application.status];
      throw problem('application.not-open', { params: { status } });
    }
    const given = { outcome: 'revoked', accountId: actor.accountId, at: change.now } as const;
    const revocation = change.create(TransferOutcomeEntity, { id: newId(), applicationId: id, ...given });
    change.tell({ op: 'signal', workflowId: id, signal: 'revoked', message: { id: revocation.id } });
    return revocation.id;
  });
  const applied = await awaitOutcome(
    deps,
    async (em) => (await em.count(TransferOutcomeEntity, { id: outcomeId, appliedAt: { $ne: null } })) > 0,
  );
  const application = await deps.orm.em.fork().findOneOrFail(ApplicationEntity, { id });
  return { summary: summaryOf(application), applied };
}
