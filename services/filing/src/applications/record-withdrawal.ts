import { newId } from '@beian/service-kit/ids.ts';
import type { Change } from '@beian/service-kit/mutate.ts';
import { ReviewTaskEntity } from '../review/review.entity.ts';
import { type ApplicationEntity, WithdrawalEntity } from './application.entity.ts';

/** Records that an open, locked application is to end, closes its tasks and tells its workflow; once, whoever asks first. Answers the row's id. */
export async function recordWithdrawal(
  change: Change,
  { id: applicationId }: ApplicationEntity,
  { by, reason }: { by: 'filer' | 'platform'; reason?: string | undefined },
): Promise<string> {
  const known = await change.em.findOne(WithdrawalEntity, { applicationId });
  if (known) return known.id;
  const withdrawal = { id: newId(), applicationId, reason: reason || null, by, at: change.now };
  const { id } = change.create(WithdrawalEntity, withdrawal);
  const open = { applicationId, status: { $in: ['open' as const, 'claimed' as const] } };
  for (const task of await change.em.find(ReviewTaskEntity, open)) {
    Object.assign(task, { status: 'cancelled', closedAt: change.now, suspendedAt: null, resumeOn: null });
  }
  change.tell({ op: 'signal', workflowId: applicationId, signal: 'withdrawn', message: { id } });
  return id;
}
