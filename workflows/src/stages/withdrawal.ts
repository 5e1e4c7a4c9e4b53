import { filing } from '../activities.ts';
import type { Inbox } from '../inbox.ts';

/** Handles the withdrawals that have arrived; whether one of them ended the application. */
export async function tookBack(inbox: Inbox, applicationId: string): Promise<boolean> {
  for (let id = inbox.take('withdrawn'); id !== undefined; id = inbox.take('withdrawn')) {
    const { applied } = await filing.applyWithdrawal({ applicationId, withdrawalId: id });
    if (applied) return true;
  }
  return false;
}

/** Nothing but a withdrawal can come any more: applies the one that is known, or waits for it. */
export async function untilTakenBack(inbox: Inbox, applicationId: string, withdrawalId?: string): Promise<void> {
  if (withdrawalId !== undefined && (await filing.applyWithdrawal({ applicationId, withdrawalId })).applied) return;
  do {
    await inbox.waitFor(['withdrawn']);
  } while (!(await tookBack(inbox, applicationId)));
}
