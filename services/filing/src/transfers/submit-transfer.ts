import type { ApplicationSummary } from '@beian/contracts/applications.ts';
import type { TransferSubmission } from '@beian/contracts/transfers.ts';
import { requireRecentSignIn, type Filer } from '@beian/service-kit/actor.ts';
import type { Idempotency } from '@beian/service-kit/idempotency.ts';
import { mutate } from '@beian/service-kit/mutate.ts';
import { aboutFiling } from '../applications/about-filing.ts';
import { addFiledVersion } from '../applications/add-filed-version.ts';
import { checkPaper } from '../applications/check-authorisation.ts';
import { openApplication } from '../applications/open-application.ts';
import { summaryOf } from '../applications/present-application.ts';
import type { Deps } from '../deps.ts';
import { heldFiling, lockHeldFiling } from '../filings/held-filing.ts';
import { namingTheOpenBusiness, occupyFiling } from '../filings/occupy-filing.ts';
import { recipientHash } from './recipient-hash.ts';
import { TransferEntity } from './transfer.entity.ts';

/**
 * 移交 (M108–M116): its holder asks to give a filing to a person whom name and ID number say. Needs a recent sign-in, and the form of
 * everybody (L5). Whether that person has an account is not looked at: the answer is the same either way (G5).
 */
export async function submitTransfer(
  deps: Deps,
  by: { actor: Filer; token: string; idempotency: Idempotency | undefined },
  submission: TransferSubmission,
): Promise<ApplicationSummary> {
  const { actor, token } = by;
  const { filingNumber, recipientName, recipientIdNumber, description, formId } = submission;
  requireRecentSignIn(actor, deps.clock.now());
  const named = { number: filingNumber, path: ['filingNumber'] };
  await heldFiling(deps, actor, named);
  const recipient = { name: recipientName, idNumber: recipientIdNumber };
  const hash = recipientHash(deps, actor, recipient, ['recipientIdNumber']);
  await checkPaper(deps, by, { kind: 'transfer_form', documentId: formId, path: ['formId'] });
  const fromName = (await deps.identity.displayName(token)) ?? null;

  const act = { action: 'application.submit', idempotency: by.idempotency };
  return namingTheOpenBusiness(deps, filingNumber, () =>
    mutate(deps, actor, act, async (change) => {
      const { filing, version } = await lockHeldFiling(change, actor, named);
      const about = aboutFiling(filing, version);
      const application = await openApplication(deps, change, submission, { actor, about }, async ({ id }) => {
        occupyFiling(change, id, filing);
        change.create(TransferEntity, { applicationId: id, recipientHash: hash, fromName });
        const asked = { transfer: { description, formId } };
        const askedPersonal = { recipient };
        return addFiledVersion(deps, change, { applicationId: id, number: 1, filed: version, asked, askedPersonal });
      });
      return summaryOf(application, [filing.number]);
    }),
  );
}
