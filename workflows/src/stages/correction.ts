import type { Policy } from '@beian/contracts/workflows.ts';
import { filing } from '../activities.ts';
import type { Inbox } from '../inbox.ts';
import { showProgress } from './progress.ts';
import type { OpenedReview } from './review.ts';
import { tookBack } from './withdrawal.ts';

export type CorrectionEnd =
  | { kind: 'withdrawn' }
  | { kind: 'expired' }
  | { kind: 'resubmitted'; opening: OpenedReview };

type Returned = { decisionId: string; dueAt: string; remindAt: string[] };

/**
 * The filer corrects (I18): the review's clock stands still. Ends with a resubmission, whose review is open then, with a withdrawal, or
 * when the deadline passes. A resubmission recorded before the deadline wins even when its signal comes after it.
 */
export async function correction(
  inbox: Inbox,
  applicationId: string,
  { decisionId, dueAt, remindAt }: Returned,
  policy: Policy,
): Promise<CorrectionEnd> {
  showProgress('returned', dueAt);
  let reminded = 0;
  let deadline: string | undefined = dueAt;
  for (;;) {
    const came = await inbox.waitFor(['resubmitted', 'withdrawn'], remindAt[reminded] ?? deadline);
    if (!came && reminded < remindAt.length) {
      reminded += 1;
      await filing.remindCorrection({ applicationId, decisionId, step: reminded });
      continue;
    }
    if (!came) {
      const { expired } = await filing.expireCorrection({ applicationId, decisionId });
      if (expired) return { kind: 'expired' };
      deadline = undefined;
      continue;
    }
    if (await tookBack(inbox, applicationId)) return { kind: 'withdrawn' };
    const id = inbox.take('resubmitted');
    if (id === undefined) continue;
    const cause = { kind: 'resubmission', id } as const;
    const opening = await filing.openReview({ applicationId, stage: 'first', cause, policy: policy.review });
    if (opening.opened) return { kind: 'resubmitted', opening };
  }
}
