import type { CorrectionPreviewRequest } from '@beian/contracts/applications.ts';
import type { ChangePreview, PreviewedFiling } from '@beian/contracts/changes.ts';
import type { Locale } from '@beian/contracts/problems.ts';
import type { Actor } from '@beian/service-kit/actor.ts';
import { describeField, problem } from '@beian/service-kit/problem.ts';
import { returnedApplication } from '../applications/returned-application.ts';
import type { Deps } from '../deps.ts';
import { filingDiff } from './change.rules.ts';
import { precheckChange } from './precheck-change.ts';
import { checkChangeCorrection } from './prepare-change-correction.ts';

/**
 * The dry run of the correction of a change as far as it is filled in: for each filing what would differ from what is filed, who decides, what
 * is wrong with it, and the pre-check (N4). That a cited field is not corrected yet is no fault here. Throws `not-found` for another business.
 */
export async function previewCorrection(
  deps: Deps,
  by: { actor: Actor; token: string; locale: Locale },
  id: string,
  given: CorrectionPreviewRequest,
): Promise<ChangePreview> {
  const { application, before, notice } = await returnedApplication(deps, by.actor, id, given.baseVersion);
  if (application.kind !== 'change') throw problem('not-found');
  const { wrong, faults, filings, tables, organ } = await checkChangeCorrection(deps, by.token, {
    application,
    before,
    notice,
    given,
  });
  const refused = wrong.filter(({ code }) => code !== 'field.not-corrected');
  if (refused.length > 0) throw problem('request.invalid', { errors: refused });
  const shown = filings.map((one): PreviewedFiling => ({
    filingNumber: one.filing.number,
    systemName: one.filing.systemName,
    organ,
    diff: filingDiff(one.before, one.after),
    errors: faults
      .filter(({ filingNumber }) => filingNumber === one.filing.number)
      .map((fault) => describeField(fault, by.locale)),
    precheck: precheckChange(one, tables.get(one.after.open.system.deviceTableId)),
  }));
  return { ok: faults.length === 0, filings: shown };
}
