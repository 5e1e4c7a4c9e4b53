import type { ApplicationSummary } from '@beian/contracts/applications.ts';
import type { SubmitApplication } from '@beian/contracts/submissions.ts';
import { requireFiler, type Actor } from '@beian/service-kit/actor.ts';
import type { Idempotency } from '@beian/service-kit/idempotency.ts';
import { submitAppeal } from '../appeals/submit-appeal.ts';
import { submitCancellation } from '../cancellations/submit-cancellation.ts';
import { submitChange } from '../changes/submit-change.ts';
import type { Deps } from '../deps.ts';
import { submitTransfer } from '../transfers/submit-transfer.ts';
import { submitRegistration } from './submit-registration.ts';

/** 【提交】: each business checks its own submission; all end in `openApplication`. */
export function submitApplication(
  deps: Deps,
  by: { actor: Actor; token: string; idempotency: Idempotency | undefined },
  submission: SubmitApplication,
): Promise<ApplicationSummary> {
  const filer = { ...by, actor: requireFiler(by.actor) };
  switch (submission.kind) {
    case 'registration':
      return submitRegistration(deps, filer, submission);
    case 'change':
      return submitChange(deps, filer, submission);
    case 'cancellation':
      return submitCancellation(deps, filer, submission);
    case 'transfer':
      return submitTransfer(deps, filer, submission);
    case 'appeal':
      return submitAppeal(deps, filer, submission);
  }
}
