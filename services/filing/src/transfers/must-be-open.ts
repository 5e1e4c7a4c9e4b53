import { transferOutcomeLabels } from '@beian/contracts/vocabulary.ts';
import type { Change } from '@beian/service-kit/mutate.ts';
import { problem } from '@beian/service-kit/problem.ts';
import { TransferOutcomeEntity } from './transfer.entity.ts';

/** Throws `transfer.settled`, naming how it ended, when an outcome is recorded already. Under the application's lock; behind it stands the database. */
export async function mustBeOpen(change: Change, applicationId: string): Promise<void> {
  const ended = await change.em.findOne(TransferOutcomeEntity, { applicationId });
  if (ended) throw problem('transfer.settled', { params: { outcome: transferOutcomeLabels[ended.outcome] } });
}
