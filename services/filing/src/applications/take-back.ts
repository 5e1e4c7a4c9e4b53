import { LockMode } from '@mikro-orm/core';
import { allowedActions } from '@beian/contracts/allowed-actions.ts';
import { applicationStatusLabels } from '@beian/contracts/vocabulary.ts';
import { newId } from '@beian/service-kit/ids.ts';
import type { Change } from '@beian/service-kit/mutate.ts';
import { problem, type Problem } from '@beian/service-kit/problem.ts';
import { DecisionEntity } from '../review/review.entity.ts';
import { ApplicationEntity, WithdrawalEntity } from './application.entity.ts';
import { recordWithdrawal } from './record-withdrawal.ts';

/** Records the filer's wish to end an application, closes its open task and tells its workflow. Throws when it has ended or is decided. */
export async function takeBack(change: Change, application: ApplicationEntity, reason?: string): Promise<string> {
  const obstacle = await obstacleTo(change, application);
  if (obstacle) throw obstacle;
  return recordWithdrawal(change, application, { by: 'filer', reason });
}

/** The parts of a change, locked after the whole. */
export const lockParts = (change: Change, parentId: string): Promise<ApplicationEntity[]> =>
  change.em.find(
    ApplicationEntity,
    { parentId },
    { orderBy: { id: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
  );

/** The same for a change of several parts: those that are not decided end; the others stay as their organs decide them (N12). */
export async function takeBackParts(
  change: Change,
  whole: ApplicationEntity,
  parts: readonly ApplicationEntity[],
  reason?: string,
): Promise<string> {
  const ended = await obstacleTo(change, whole);
  if (ended) throw ended;
  let taken = 0;
  for (const part of parts) {
    if (await obstacleTo(change, part)) continue;
    await takeBack(change, part, reason);
    taken += 1;
  }
  if (taken === 0) throw problem('application.decided');
  return note(change, whole.id, reason);
}

const note = (change: Change, applicationId: string, reason: string | undefined): string =>
  change.create(WithdrawalEntity, { id: newId(), applicationId, reason: reason || null, by: 'filer', at: change.now })
    .id;

async function obstacleTo(change: Change, { id, status }: ApplicationEntity): Promise<Problem | undefined> {
  if (!allowedActions(status).includes('withdraw')) {
    return problem('application.not-open', { params: { status: applicationStatusLabels[status] } });
  }
  const decided = await change.em.count(DecisionEntity, { applicationId: id, appliedAt: null });
  const withdrawn = await change.em.count(WithdrawalEntity, { applicationId: id });
  return decided + withdrawn > 0 ? problem('application.decided') : undefined;
}
