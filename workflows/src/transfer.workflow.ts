import type { ApplicationInput } from '@beian/contracts/workflows.ts';
import { withInbox } from './inbox.ts';
import { showProgress } from './stages/progress.ts';
import { recipient } from './stages/recipient.ts';
import { reviews } from './stages/reviews.ts';

export type TransferResult = {
  status: 'completed' | 'rejected' | 'withdrawn' | 'expired' | 'declined' | 'revoked';
};

/** 移交 (M108–M122): two reviews by the filing's organ, then the recipient accepts or refuses (M117); the holding moves with the acceptance. */
export const transfer = (input: ApplicationInput): Promise<TransferResult> =>
  withInbox(input.applicationId, async (inbox) => {
    const reviewed = await reviews(inbox, input, ['first', 'second']);
    const end = reviewed === 'approved' ? await recipient(inbox, input.applicationId) : reviewed;
    const status = end === 'accepted' ? 'completed' : end;
    showProgress(status);
    return { status };
  });
