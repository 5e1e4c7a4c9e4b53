import type { ApplicationInput } from '@beian/contracts/workflows.ts';
import { withInbox } from '../inbox.ts';
import { showProgress } from './progress.ts';
import { reviews } from './reviews.ts';

export type OneReviewResult = { status: 'completed' | 'rejected' | 'withdrawn' | 'expired' };

/** An application that one organ decides and that its approval completes. Holds ids and codes only. */
export const oneReview = (input: ApplicationInput): Promise<OneReviewResult> =>
  withInbox(input.applicationId, async (inbox) => {
    const end = await reviews(inbox, input, ['first']);
    const status = end === 'approved' ? 'completed' : end;
    showProgress(status);
    return { status };
  });
