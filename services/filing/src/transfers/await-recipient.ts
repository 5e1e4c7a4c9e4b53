import type { AcceptancePolicy } from '@beian/contracts/workflows.ts';
import type { Change } from '@beian/service-kit/mutate.ts';
import type { ApplicationEntity } from '../applications/application.entity.ts';
import type { Calendar } from '../calendar/calendar.rules.ts';
import { correctionTimes } from '../calendar/spans.rules.ts';
import { TransferEntity } from './transfer.entity.ts';

/** The reviews have approved: from this transaction on the recipient has the word, until the deadline (M117, I46). */
export async function awaitRecipient(
  change: Change,
  application: ApplicationEntity,
  { acceptance, calendar }: { acceptance: AcceptancePolicy | undefined; calendar: Calendar },
): Promise<void> {
  const { id: applicationId } = application;
  if (!acceptance) throw new Error(`the approval of transfer ${applicationId} came without a policy for its recipient`);
  const { dueAt, remindAt } = correctionTimes(change.now, acceptance, calendar);
  const transfer = await change.lock(TransferEntity, { applicationId });
  Object.assign(transfer, { dueAt, remindAt: remindAt.map((at) => at.toISOString()) });
  application.status = 'awaiting_recipient';
}
