import type { TransferOutcome } from '@beian/contracts/vocabulary.ts';
import type { FilingActivities } from '@beian/contracts/workflows.ts';
import { filing } from '../activities.ts';
import type { Inbox } from '../inbox.ts';
import { showProgress } from './progress.ts';
import { tookBack } from './withdrawal.ts';

type Expiry = Awaited<ReturnType<FilingActivities['expireAcceptance']>>;

/**
 * The recipient of a transfer has the word (I46–I48): ends with the answer, with the initiator's revocation, or when the deadline passes.
 * What was recorded before the deadline wins even when its signal comes after it. An appeal that gives the filing another holder ends it as
 * withdrawn.
 */
export async function recipient(inbox: Inbox, applicationId: string): Promise<TransferOutcome | 'withdrawn'> {
  const { dueAt, remindAt } = await filing.tellRecipient({ applicationId });
  showProgress('awaiting_recipient', dueAt);
  const reminders = [...remindAt];
  let told = 0;
  let deadline: string | undefined = dueAt;
  for (;;) {
    const came = await inbox.waitFor(['answered', 'revoked', 'withdrawn'], reminders[0] ?? deadline);
    if (!came && reminders.length > 0) {
      reminders.shift();
      told += 1;
      await filing.remindRecipient({ applicationId, step: told });
      continue;
    }
    if (!came) {
      const end: Expiry = await filing.expireAcceptance({
        applicationId,
        ...(deadline === undefined ? {} : { dueAt: deadline }),
      });
      if (end.expired) return 'expired';
      deadline = end.until;
      continue;
    }
    if (await tookBack(inbox, applicationId)) return 'withdrawn';
    const outcomeId = inbox.take('answered') ?? inbox.take('revoked');
    if (outcomeId === undefined) continue;
    const effect = await filing.settleTransfer({ applicationId, outcomeId });
    if (effect.applied) return effect.outcome;
  }
}
