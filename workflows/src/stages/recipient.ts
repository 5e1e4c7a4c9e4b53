import type { TransferOutcome } from '@beian/contracts/vocabulary.ts';
import { filing } from '../activities.ts';
import type { Inbox } from '../inbox.ts';
import { showProgress } from './progress.ts';

/**
 * The recipient of a transfer has the word (I46–I48): ends with the answer, with the initiator's revocation, or when the deadline passes.
 * What was recorded before the deadline wins even when its signal comes after it.
 */
export async function recipient(inbox: Inbox, applicationId: string): Promise<TransferOutcome> {
  const { dueAt, remindAt } = await filing.tellRecipient({ applicationId });
  showProgress('awaiting_recipient', dueAt);
  const reminders = [...remindAt];
  let told = 0;
  let deadline: string | undefined = dueAt;
  for (;;) {
    const came = await inbox.waitFor(['answered', 'revoked'], reminders[0] ?? deadline);
    if (!came && reminders.length > 0) {
      reminders.shift();
      told += 1;
      await filing.remindRecipient({ applicationId, step: told });
      continue;
    }
    if (!came) {
      const { expired } = await filing.expireAcceptance({ applicationId });
      if (expired) return 'expired';
      deadline = undefined;
      continue;
    }
    const outcomeId = inbox.take('answered') ?? inbox.take('revoked');
    if (outcomeId === undefined) continue;
    const effect = await filing.settleTransfer({ applicationId, outcomeId });
    if (effect.applied) return effect.outcome;
  }
}
