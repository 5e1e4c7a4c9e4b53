import type { IncomingTransfer, TransferAnswer } from '@beian/contracts/transfers.ts';
import { requireFiler, requireRecentSignIn, type Actor } from '@beian/service-kit/actor.ts';
import type { Idempotency } from '@beian/service-kit/idempotency.ts';
import { newId } from '@beian/service-kit/ids.ts';
import { mutate, type Change } from '@beian/service-kit/mutate.ts';
import { problem } from '@beian/service-kit/problem.ts';
import { ApplicationEntity } from '../applications/application.entity.ts';
import { awaitOutcome } from '../applications/await-outcome.ts';
import type { Deps } from '../deps.ts';
import { FilingEntity, Holding } from '../filings/filing.entity.ts';
import { mustBeValid } from '../filings/held-filing.ts';
import { mustNotBeHeld, isHeld } from '../filings/hold-filing.ts';
import { ApplicationFiling } from '../filings/occupy-filing.ts';
import { getIncomingTransfer, incomingTo } from './incoming-transfers.ts';
import { mustBeOpen } from './must-be-open.ts';
import { TransferEntity, TransferOutcomeEntity } from './transfer.entity.ts';

/**
 * 【接收】【拒绝接收】 (M119–M121): one transaction records the answer and signals the workflow, whose activity moves the holding. Of this,
 * the initiator's revocation and the deadline only the first counts (`transfer.settled`). Accepting needs a recent sign-in.
 */
export async function answerTransfer(
  deps: Deps,
  by: { actor: Actor; idempotency: Idempotency | undefined },
  applicationId: string,
  { accept, reason }: TransferAnswer,
): Promise<{ transfer: IncomingTransfer; applied: boolean }> {
  const actor = requireFiler(by.actor);
  const where = { applicationId, ...incomingTo(actor) };
  if ((await deps.orm.em.fork().count(TransferEntity, where)) === 0) throw problem('not-found');
  if (accept) requireRecentSignIn(actor, deps.clock.now());
  const act = { action: 'transfer.answer', idempotency: by.idempotency };
  const outcomeId = await mutate(deps, actor, act, async (change) => {
    const application = await change.lock(ApplicationEntity, { id: applicationId });
    const { dueAt } = await change.lock(TransferEntity, where);
    await mustBeOpen(change, applicationId);
    if (accept) await mustNotBeHeld(change, applicationId);
    // The time stands still while the filing is held: declining it is never late then.
    if (!dueAt || (dueAt <= change.now && !(await isHeld(change, applicationId)))) throw problem('transfer.overdue');
    if (accept) await mustBeThere(change, application);
    const outcome = accept ? 'accepted' : 'declined';
    const given = { outcome, accountId: actor.accountId, reason: (!accept && reason) || null, at: change.now } as const;
    const { id } = change.create(TransferOutcomeEntity, { id: newId(), applicationId, ...given });
    change.tell({ op: 'signal', workflowId: applicationId, signal: 'answered', message: { id } });
    change.record({ subject: applicationId, data: { outcome } });
    return id;
  });
  const applied = await awaitOutcome(
    deps,
    async (em) => (await em.count(TransferOutcomeEntity, { id: outcomeId, appliedAt: { $ne: null } })) > 0,
  );
  return { transfer: await getIncomingTransfer(deps, actor, applicationId), applied };
}

/** Nobody receives a filing that is under dispute, or that the initiator holds no more. */
async function mustBeThere(change: Change, { id: applicationId, accountId }: ApplicationEntity): Promise<void> {
  const { filingId } = await change.em.findOneOrFail(ApplicationFiling, { applicationId });
  mustBeValid(await change.lock(FilingEntity, { id: filingId }));
  if ((await change.em.count(Holding, { filingId, accountId, untilAt: null })) > 0) return;
  const status = { zh: '持有人已变更', en: 'held by somebody else' };
  throw problem('filing.not-valid', { params: { status } });
}
