import type { Decide, DecisionResult } from '@beian/contracts/review.ts';
import { entryOf } from '@beian/contracts/dictionary.rules.ts';
import { disputesHolder } from '@beian/contracts/vocabulary.ts';
import type { Organ } from '@beian/contracts/accounts.ts';
import type { Actor, Staff } from '@beian/service-kit/actor.ts';
import type { Idempotency } from '@beian/service-kit/idempotency.ts';
import { newId } from '@beian/service-kit/ids.ts';
import { mutate, type Change } from '@beian/service-kit/mutate.ts';
import { problem } from '@beian/service-kit/problem.ts';
import { ApplicationEntity, ApplicationVersion } from '../applications/application.entity.ts';
import { awaitOutcome } from '../applications/await-outcome.ts';
import type { Deps } from '../deps.ts';
import { mustBeChoice, readDictionaries } from '../dictionaries/read-dictionaries.ts';
import { holdFiling, mustNotBeHeld } from '../filings/hold-filing.ts';
import { taskInHands } from './claim-task.ts';
import { misfits } from './decision.rules.ts';
import { countLateCitations } from './late-citations.ts';
import { DecisionEntity, ReviewTaskEntity } from './review.entity.ts';
import { firstDecision, mustBeAllowedToDecide, ownScope, requireDecider } from './task-scope.ts';
import { addNote } from './write-note.ts';

/**
 * 审核决定 (I08). One transaction records it and signals the workflow; the database allows one decision per task. Then waits up to
 * 2 s for the workflow to settle it: `applied` says whether it did. Repeated under its key it is the decision that is recorded already.
 */
export async function decideTask(
  deps: Deps,
  by: { actor: Actor; token: string; idempotency?: Idempotency | undefined },
  taskId: string,
  decision: Decide,
): Promise<DecisionResult> {
  const staff = requireDecider(by.actor);
  const target = await targetOrgan(deps, staff, by.token, decision);
  const seen = await deps.orm.em.fork().findOne(ReviewTaskEntity, { id: taskId, ...ownScope(staff) });
  if (!seen) throw problem('not-found');

  const act = { action: 'task.decide', idempotency: by.idempotency };
  const decisionId = await mutate(deps, staff, act, async (change) => {
    // Application before task, as in every use case: whoever withdraws at this moment goes first or second, never half.
    const application = await change.lock(ApplicationEntity, { id: seen.applicationId });
    const { task, actedFor } = await taskInHands(change, staff, taskId);
    // Who covers has not claimed it, and whose it is may have fewer roles since.
    await mustBeAllowedToDecide(change.em, staff, task);
    await mustFit(deps, change, { application, task, decision });
    const notice = decision.outcome === 'return' ? (decision.notice ?? []) : [];
    const lateCitations = await countLateCitations(deps, change.em, { application, task }, notice);
    const { id } = change.create(DecisionEntity, {
      id: newId(),
      ...(await beforeSecond(change, task, decision)),
      reviewTaskId: taskId,
      applicationId: application.id,
      stage: task.stage,
      round: task.round,
      version: task.version,
      reviewerAccountId: staff.accountId,
      staffNo: staff.staffNo,
      organCode: staff.organ.code,
      organName: staff.organ.name,
      outcome: decision.outcome,
      reasonCode: decision.outcome === 'reject' ? (decision.reasonCode ?? null) : null,
      opinion: decision.opinion,
      notice,
      lateCitations,
      targetOrganCode: target?.code ?? null,
      targetOrganName: target?.name ?? null,
      decidedAt: change.now,
    });
    Object.assign(task, { status: 'decided', closedAt: change.now });
    if (decision.note) addNote(change, staff, application.id, decision.note);
    change.tell({ op: 'signal', workflowId: application.id, signal: 'decided', message: { id } });
    change.record({ subject: application.id, data: { taskId, decisionId: id, outcome: decision.outcome, actedFor } });
    return id;
  });
  const applied = await awaitOutcome(
    deps,
    async (em) => (await em.count(DecisionEntity, { id: decisionId, appliedAt: { $ne: null } })) > 0,
  );
  const { status } = await deps.orm.em.fork().findOneOrFail(ApplicationEntity, { id: seen.applicationId });
  return { decisionId, taskId, applicationStatus: status, applied };
}

/** The decision fits its business and stage, and nothing that is held stands in its way; an appeal about ownership that is taken up holds its filing. */
async function mustFit(
  deps: Deps,
  change: Change,
  { application, task, decision }: { application: ApplicationEntity; task: ReviewTaskEntity; decision: Decide },
): Promise<void> {
  const { id: applicationId, kind, filerKind } = application;
  const { stage, version: number } = task;
  const version =
    kind === 'appeal' ? await change.em.findOneOrFail(ApplicationVersion, { applicationId, number }) : null;
  const ground = version?.appeal?.ground;
  const reason = await reasonOf(deps, change, decision);
  const errors = misfits(decision, { kind, filerKind, stage, ground }, reason);
  if (errors.length > 0) throw problem('request.invalid', { errors });
  if (decision.outcome !== 'approve') return;
  if (kind !== 'appeal') await mustNotBeHeld(change, applicationId);
  else if (stage === 'validity' && disputesHolder(ground)) await holdFiling(change, application);
}

/** The reason of a rejection; one that is not in use today is refused. */
async function reasonOf(deps: Deps, { em }: Change, { outcome, reasonCode }: Decide) {
  if (outcome !== 'reject' || reasonCode === undefined) return undefined;
  const reasons = await readDictionaries(deps, 'rejection_reason', em);
  mustBeChoice(reasons, 'rejection_reason', reasonCode, ['reasonCode']);
  return entryOf(reasons, 'rejection_reason', reasonCode);
}

/** Of a second review: what it stands beside. It confirms what the first proposed, or differs; who made the first may not make it. */
async function beforeSecond(change: Change, task: ReviewTaskEntity, { outcome, holderChange }: Decide) {
  if (task.stage !== 'second') return { holderChange: holderChange ?? null };
  const first = await firstDecision(change.em, task);
  return {
    firstReviewerAccountId: first?.reviewerAccountId ?? null,
    agrees: outcome === first?.outcome,
    holderChange: outcome === 'approve' ? (first?.holderChange ?? null) : null,
  };
}

/** The organ that a re-routed task goes to: a known one, not closed, and another. */
async function targetOrgan(deps: Deps, staff: Staff, token: string, decision: Decide): Promise<Organ | undefined> {
  if (decision.outcome !== 'reroute' || !decision.targetOrgan) return undefined;
  const organ = await deps.identity.organ(decision.targetOrgan, token);
  if (!organ || organ.closedOn || organ.code === staff.organ.code) throw problem('task.reroute-same');
  return organ;
}
