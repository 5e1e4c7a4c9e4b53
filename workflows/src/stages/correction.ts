import type { ReviewStage } from '@beian/contracts/vocabulary.ts';
import type { FilingActivities, ReviewPolicy, RunningPolicy } from '@beian/contracts/workflows.ts';
import { filing } from '../activities.ts';
import type { Inbox } from '../inbox.ts';
import { showProgress } from './progress.ts';
import type { OpenedReview } from './review.ts';
import { tookBack } from './withdrawal.ts';

export type CorrectionEnd =
  | { kind: 'withdrawn' }
  | { kind: 'expired' }
  | { kind: 'resubmitted'; opening: OpenedReview };

type Expiry = Awaited<ReturnType<FilingActivities['expireCorrection']>>;
type Returned = { decisionId: string; dueAt: string; remindAt: string[] };

/**
 * The filer corrects (I18): the review's clock stands still. Ends with a resubmission, whose review is open then, with a withdrawal, or
 * when the deadline passes, which one extension may move and a held filing puts off. A resubmission recorded before the deadline wins even when its signal comes after it.
 */
export async function correction(
  inbox: Inbox,
  applicationId: string,
  { decisionId, dueAt, remindAt }: Returned,
  policy: RunningPolicy,
  { stage, reviewPolicy }: { stage: ReviewStage; reviewPolicy: ReviewPolicy },
): Promise<CorrectionEnd> {
  showProgress('returned', dueAt);
  let reminders = [...remindAt];
  let told = 0;
  let deadline: string | undefined = dueAt;
  for (;;) {
    const came = await inbox.waitFor(['resubmitted', 'withdrawn', 'extended'], reminders[0] ?? deadline);
    if (!came && reminders.length > 0) {
      reminders.shift();
      told += 1;
      await filing.remindCorrection({ applicationId, decisionId, step: told });
      continue;
    }
    if (!came) {
      const end: Expiry = await filing.expireCorrection({
        applicationId,
        decisionId,
        ...(deadline === undefined ? {} : { dueAt: deadline }),
      });
      if (end.expired) return { kind: 'expired' };
      deadline = end.until;
      continue;
    }
    if (await tookBack(inbox, applicationId)) return { kind: 'withdrawn' };
    const id = inbox.take('resubmitted');
    if (id === undefined) {
      const moved = await extension(inbox, applicationId, policy);
      if (moved) {
        deadline = moved.dueAt;
        reminders = [...moved.remindAt];
      }
      continue;
    }
    const cause = { kind: 'resubmission', id } as const;
    const opening = await filing.openReview({ applicationId, stage, cause, policy: reviewPolicy });
    if (opening.opened) return { kind: 'resubmitted', opening };
  }
}

/** More time, when it has been asked for: the new deadline and its reminders. */
async function extension(
  inbox: Inbox,
  applicationId: string,
  policy: RunningPolicy,
): Promise<{ dueAt: string; remindAt: string[] } | undefined> {
  const extensionId = inbox.take('extended');
  if (extensionId === undefined) return undefined;
  const effect = await filing.applyExtension({ applicationId, extensionId, policy: policy.correction });
  if (!effect.applied) return undefined;
  showProgress('returned', effect.dueAt);
  return effect;
}
