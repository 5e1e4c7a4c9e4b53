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
  const told = await recipientToTell(deps, applicationId);
  return mutate(deps, workflowActor, { action: 'recipient.tell' }, async (change) => {
    const application = await change.lock(ApplicationEntity, { id: applicationId });
    const { dueAt, remindAt } = await change.em.findOneOrFail(TransferEntity, { applicationId });
    if (!dueAt || !remindAt) throw new Error(`transfer ${applicationId} is not approved`);
    const kind = 'awaiting_recipient';
    const again = (await change.em.count(TimelineEntity, { applicationId, kind })) > 0;
    change.record({ subject: applicationId, data: { again } });
    if (!again) addTimelineEntry(change, application, kind, 'platform', { dueAt: dueAt.toISOString(), ...told });
    return { dueAt: dueAt.toISOString(), remindAt };
  });
}

/** The recipient is reminded, once per step and only while the answer is open. `step` counts from 1. */
export async function remindRecipient(
  deps: Deps,
  { applicationId, step }: Parameters<FilingActivities['remindRecipient']>[0],
): Promise<void> {
  const told = await recipientToTell(deps, applicationId);
  return mutate(deps, workflowActor, { action: 'recipient.remind' }, async (change) => {
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

/** Goes into the event alone: the timeline, which the initiator reads, does not say whether the recipient has an account. */
async function recipientToTell(deps: Deps, applicationId: string): Promise<{ recipientAccountId?: string }> {
  const { recipientHash } = await deps.orm.em.fork().findOneOrFail(TransferEntity, { applicationId });
  const [recipientAccountId] = await deps.identity.accountsOfPerson(recipientHash, await deps.ownToken());
  return recipientAccountId === undefined ? {} : { recipientAccountId };
}
