import type { ApplicationInput } from '@beian/contracts/workflows.ts';
import { withInbox } from './inbox.ts';
import { showProgress } from './stages/progress.ts';
import { reviews } from './stages/reviews.ts';

export type AppealResult = { status: 'completed' | 'rejected' | 'withdrawn' | 'expired' };

/**
 * 申诉 (M123–M129, I51): lodged → valid → in review → second review → determined. Whether it can be taken up is checked within the time of
 * a review; to determine it, upheld or dismissed, two people have the time of an appeal each.
 */
export async function appeal(input: ApplicationInput): Promise<AppealResult> {
  const { policy } = input;
  return withInbox(input.applicationId, async (inbox) => {
    const end = await reviews(inbox, input, ['validity', 'first', 'second'], (stage) =>
      stage === 'validity' ? policy.review : policy.appeal,
    );
    const status = end === 'approved' ? 'completed' : end;
    showProgress(status);
    return { status };
  });
}
