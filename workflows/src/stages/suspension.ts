import type { ResumedClock, ReviewPolicy, RunningPolicy } from '@beian/contracts/workflows.ts';
import { filing } from '../activities.ts';
import type { Inbox } from '../inbox.ts';
import { showProgress } from './progress.ts';
import { tookBack } from './withdrawal.ts';

/** `unknown`: the database holds no such suspension, or its application has been withdrawn and that signal is on the way. */
export type SuspensionEnd = { kind: 'unknown' } | { kind: 'withdrawn' } | { kind: 'resumed'; clock: ResumedClock };

/**
 * A review stands still (挂起, I08): its clock, reminders and escalations. Ends when staff resume it or by itself on its day, or with the
 * filer's withdrawal. A resumption recorded before the day wins even when its signal comes after it.
 */
export async function suspension(
  inbox: Inbox,
  ids: { applicationId: string; taskId: string; suspensionId: string },
  policy: RunningPolicy,
  reviewPolicy: ReviewPolicy,
): Promise<SuspensionEnd> {
  const effect = await filing.applySuspension({
    ...ids,
    ...(policy.suspension ? { policy: policy.suspension } : {}),
  });
  if (!effect.applied) return { kind: 'unknown' };
  showProgress('suspended', effect.until);
  let until: string | undefined = effect.until;
  for (;;) {
    const came = await inbox.waitFor(['resumed', 'withdrawn'], until);
    if (await tookBack(inbox, ids.applicationId)) return { kind: 'withdrawn' };
    const resumptionId = inbox.take('resumed');
    if (came && resumptionId === undefined) continue;
    const resumption = await filing.applyResumption({
      ...ids,
      ...(resumptionId === undefined ? {} : { resumptionId }),
      policy: reviewPolicy,
    });
    if (resumption.applied) {
      const { applied: _, ...clock } = resumption;
      showProgress('in_review', clock.dueAt);
      return { kind: 'resumed', clock };
    }
    // Nothing goes on though its day has come: a withdrawal is recorded, whose signal will come.
    if (!came) until = undefined;
  }
}
