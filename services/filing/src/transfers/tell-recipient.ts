import type { FilingActivities } from '@beian/contracts/workflows.ts';
import { mutate } from '@beian/service-kit/mutate.ts';
import { addTimelineEntry } from '../applications/add-timeline-entry.ts';
import { ApplicationEntity, TimelineEntity } from '../applications/application.entity.ts';
import type { Deps } from '../deps.ts';
import { workflowActor } from '../review/forged-signal.ts';
import { TransferEntity, TransferOutcomeEntity } from './transfer.entity.ts';

/** Tells that the recipient has the word (I46), once, and answers until when: from the row alone, so that a retry answers the same. */
export async function tellRecipient(
  deps: Deps,
  { applicationId }: Parameters<FilingActivities['tellRecipient']>[0],
): Promise<{ dueAt: string; remindAt: string[] }> {
  const known = await accountToTell(deps, applicationId);
  return mutate(deps, workflowActor, { action: 'recipient.tell' }, async (change) => {
    const application = await change.lock(ApplicationEntity, { id: applicationId });
    const transfer = await change.lock(TransferEntity, { applicationId });
    const { dueAt, remindAt } = transfer;
    if (!dueAt || !remindAt) throw new Error(`transfer ${applicationId} is not approved`);
    const kind = 'awaiting_recipient';
    const again = (await change.em.count(TimelineEntity, { applicationId, kind })) > 0;
    change.record({ subject: applicationId, data: { again } });
    if (!again) {
      const told = note(transfer, known);
      addTimelineEntry(change, application, kind, 'platform', { dueAt: dueAt.toISOString(), ...told });
    }
    return { dueAt: dueAt.toISOString(), remindAt };
  });
}

/** The recipient is reminded, once per step and only while the answer is open. `step` counts from 1. */
export async function remindRecipient(
  deps: Deps,
  { applicationId, step }: Parameters<FilingActivities['remindRecipient']>[0],
): Promise<void> {
  const known = await accountToTell(deps, applicationId);
  return mutate(deps, workflowActor, { action: 'recipient.remind' }, async (change) => {
    const application = await change.lock(ApplicationEntity, { id: applicationId });
    const transfer = await change.lock(TransferEntity, { applicationId });
    const open = (await change.em.count(TransferOutcomeEntity, { applicationId })) === 0;
    const due = open && transfer.reminders < step;
    change.record({ subject: applicationId, data: { step, done: due } });
    if (!due) return;
    transfer.reminders = step;
    const dueAt = transfer.dueAt?.toISOString();
    const told = note(transfer, known);
    addTimelineEntry(change, application, 'recipient_reminded', 'platform', { ...(dueAt ? { dueAt } : {}), ...told });
  });
}

async function accountToTell(deps: Deps, applicationId: string): Promise<string | undefined> {
  const { recipientHash } = await deps.orm.em.fork().findOneOrFail(TransferEntity, { applicationId });
  const [accountId] = await deps.identity.accountsOfPerson(recipientHash, await deps.ownToken());
  return accountId;
}

function note(transfer: TransferEntity, accountId: string | undefined) {
  transfer.toldAccountId = accountId ?? null;
  return recipientTold(transfer);
}

/** For the event alone: the timeline, which the initiator reads, does not say whether the recipient has an account. */
export const recipientTold = ({ toldAccountId }: TransferEntity): { recipientAccountId?: string } =>
  toldAccountId ? { recipientAccountId: toldAccountId } : {};
