import { randomBytes } from 'node:crypto';
import type { PublicAppealForm, PublicAppealReceipt } from '@beian/contracts/appeals.ts';
import { plainTrackingCode, writeTrackingCode } from '@beian/contracts/tracking-code.rules.ts';
import { evidenceLimitBytes } from '@beian/contracts/vocabulary.ts';
import { mutate } from '@beian/service-kit/mutate.ts';
import { problem } from '@beian/service-kit/problem.ts';
import { openApplication } from '../applications/open-application.ts';
import type { Deps } from '../deps.ts';
import { nameFiling } from '../filings/occupy-filing.ts';
import { aboutAppeal } from './about-appeal.ts';
import { addAppealVersion } from './appeal-version.ts';
import { PublicAppealEntity } from './public-appeal.entity.ts';

/** What the database keeps of a tracking code. */
export const trackingHash = ({ sealer }: Pick<Deps, 'sealer'>, code: string): string =>
  sealer.lookupHash(plainTrackingCode(code), 'public_appeal.tracking');
/** Which appeal a code is of, whichever key has made its hash. */
export const trackedBy = ({ sealer }: Pick<Deps, 'sealer'>, code: string) => ({
  trackingHash: { $in: sealer.lookupHashes(plainTrackingCode(code), 'public_appeal.tracking') },
});

/**
 * An appeal of who cannot sign in (G1): behind the captcha, which is used up last of all checks, so that a wrong field costs nobody a
 * second one. The tracking code is in this answer and nowhere else; for that reason there is no idempotency key, and the captcha serves once.
 */
export async function lodgePublicAppeal(deps: Deps, form: PublicAppealForm): Promise<PublicAppealReceipt> {
  const { ground, filingNumber, description, contactName, contactPhone, captcha } = form;
  const files = [form.file].flat();
  const size = files.reduce((sum, file) => sum + file.size, 0);
  if (size >= evidenceLimitBytes) throw problem('document.too-large', { params: { size, limit: evidenceLimitBytes } });
  const token = await deps.ownToken();
  const { about, filing } = await aboutAppeal(deps, { accountId: null, token }, form);
  await deps.challenges.use(captcha, 'appeal');
  const evidenceIds: string[] = [];
  for (const file of files) {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const { id } = await deps.documents.takeIn({ kind: 'appeal_evidence', name: file.name, bytes }, token);
    evidenceIds.push(id);
  }

  const trackingCode = writeTrackingCode(randomBytes(10));
  const nobody = { kind: 'nobody' } as const;
  const submission = { kind: 'appeal' } as const;
  const actor = { kind: 'public', accountId: null } as const;
  const number = await mutate(deps, nobody, { action: 'application.submit' }, async (change) => {
    const application = await openApplication(deps, change, submission, { actor, about }, ({ id }) => {
      if (filing) nameFiling(change, id, filing);
      change.create(PublicAppealEntity, { applicationId: id, trackingHash: trackingHash(deps, trackingCode) });
      return addAppealVersion(deps, change, {
        applicationId: id,
        number: 1,
        open: { ground, ...(filingNumber ? { filingNumber } : {}), evidenceIds },
        sealed: { description, contactName, contactPhone },
      });
    });
    return application.number;
  });
  return { number, trackingCode };
}
