import type { FilingActivities } from '@beian/contracts/workflows.ts';
import { mutate } from '@beian/service-kit/mutate.ts';
import { addTimelineEntry } from '../applications/add-timeline-entry.ts';
import { ApplicationEntity } from '../applications/application.entity.ts';
import { correctionTimes } from '../calendar/spans.rules.ts';
import type { Deps } from '../deps.ts';
import { workflowActor } from '../review/forged-signal.ts';
import { TransferEntity, TransferOutcomeEntity } from './transfer.entity.ts';

/** The recipient's time begins (I46): deadline and reminders, once; who has an account is told. A retry answers what the first try answered. */
export async function openAcceptance(
  deps: Deps,
  { applicationId, policy }: Parameters<FilingActivities['openAcceptance']>[0],
): Promise<{ dueAt: string; remindAt: string[] }> {
  const told = await recipientToTell(deps, applicationId);
  return mutate(deps, workflowActor, { action: 'acceptance.open' }, async (change) => {
    const application = await change.lock(ApplicationEntity, { id: applicationId });
    const transfer = await change.lock(TransferEntity, { applicationId });
    const again = Boolean(transfer.dueAt);
    const { dueAt, remindAt } = transfer.dueAt
      ? { dueAt: transfer.dueAt, remindAt: transfer.remindAt ?? [] }
      : times(correctionTimes(change.now, policy));
    change.record({ subject: applicationId, data: { again } });
    if (!again) {
      Object.assign(transfer, { dueAt, remindAt });
      application.updatedAt = change.now;
      addTimelineEntry(change, application, 'awaiting_recipient', 'platform', { dueAt: dueAt.toISOString(), ...told });
    }
    return { dueAt: dueAt.toISOString(), remindAt };
  });
}

/** The recipient is reminded, once per step and only while the answer is open. `step` counts from 1. */
export async function remindRecipient(
  deps: Deps,
  { applicationId, step }: Parameters<FilingActivities['remindRecipient']>[0],
): Promise<void> {
  const told = await recipientToTell(deps, applicationId);
  return mutate(deps, workflowActor, { action: 'acceptance.remind' }, async (change) => {
    const application = await change.lock(ApplicationEntity, { id: applicationId });
    const transfer = await change.lock(TransferEntity, { applicationId });
    const open = (await change.em.count(TransferOutcomeEntity, { applicationId })) === 0;
    const due = open && transfer.reminders < step;
    change.record({ subject: applicationId, data: { step, done: due } });
    if (!due) return;
    transfer.reminders = step;
    const dueAt = transfer.dueAt?.toISOString();
    addTimelineEntry(change, application, 'recipient_reminded', 'platform', { ...(dueAt ? { dueAt } : {}), ...told });
  });
}

const times = ({ dueAt, remindAt }: { dueAt: Date; remindAt: Date[] }) => ({
  dueAt,
  remindAt: remindAt.map((at) => at.toISOString()),
});

/** Goes into the event alone: the timeline, which the initiator reads, does not say whether the recipient has an account. */
async function recipientToTell(deps: Deps, applicationId: string): Promise<{ recipientAccountId?: string }> {
  const { recipientHash } = await deps.orm.em.fork().findOneOrFail(TransferEntity, { applicationId });
  const [recipientAccountId] = await deps.identity.accountsOfPerson(recipientHash, await deps.ownToken());
  return recipientAccountId === undefined ? {} : { recipientAccountId };
}
