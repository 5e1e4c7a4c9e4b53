import type { ClaimFiling } from '@beian/contracts/paper-filings.ts';
import type { Filing } from '@beian/contracts/filings.ts';
import { requireFiler, type Actor, type Filer } from '@beian/service-kit/actor.ts';
import { newId } from '@beian/service-kit/ids.ts';
import { mutate, type Change } from '@beian/service-kit/mutate.ts';
import { fieldProblem } from '@beian/service-kit/problem.ts';
import { addTimelineEntry } from '../applications/add-timeline-entry.ts';
import { ApplicationEntity } from '../applications/application.entity.ts';
import type { Deps } from '../deps.ts';
import { FilingEntity, Holding } from '../filings/filing.entity.ts';
import { getFiling } from '../filings/read-filings.ts';
import { isHashOfClaimCode } from './issue-claim-code.ts';
import { PaperFilingEntity } from './paper-filing.entity.ts';

/** A claim code that was tried this often with the wrong letters is void. */
const maxWrongTries = 10;

/**
 * 认领 (I36, N9): the owner takes a filing that came on paper into the account, with the code of its notice, or as the legal person whose
 * credit code it bears. One transaction gives the holding and the application. Whatever does not fit is the same `claim.refused`:
 * nobody learns which filings wait for their owner.
 */
export async function claimFiling(deps: Deps, by: Actor, { filingNumber, claimCode }: ClaimFiling): Promise<Filing> {
  const actor = requireFiler(by);
  const claimed = await mutate(deps, actor, { action: 'filing.claim' }, async (change) => {
    const found = await unclaimed(change, filingNumber);
    change.record({ subject: found?.filing.id ?? 'unknown', data: { claimed: found !== undefined } });
    if (!found) return false;
    const { filing, application, paper } = found;
    if (!mayClaim(deps, actor, filing, paper, claimCode)) {
      paper.wrongTries += 1;
      return false;
    }
    const { accountId } = actor;
    change.create(Holding, { id: newId(), filingId: filing.id, accountId, fromAt: change.now });
    Object.assign(paper, { claimedAt: change.now, claimCodeHash: null });
    Object.assign(application, { accountId, updatedAt: change.now });
    addTimelineEntry(change, application, 'claimed', 'filer', { filingNumbers: [filing.number] });
    const { uscc, organCode, countyCode, version } = filing;
    change.emit('filing.transferred', {
      subject: filing.number,
      data: {
        filingNumber: filing.number,
        applicationId: application.id,
        uscc,
        organCode,
        countyCode,
        version,
        fromAccountId: null,
        toAccountId: accountId,
        transferredAt: change.now.toISOString(),
      },
    });
    return true;
  });
  // Outside of the transaction: a wrong try stays counted.
  if (!claimed) throw fieldProblem([claimCode === undefined ? 'filingNumber' : 'claimCode'], 'claim.refused');
  return getFiling(deps, actor, filingNumber);
}

async function unclaimed(change: Change, number: string) {
  const seen = await change.em.findOne(FilingEntity, { number });
  const paper = seen && (await change.em.findOne(PaperFilingEntity, { applicationId: seen.applicationId }));
  if (!seen || !paper) return undefined;
  const application = await change.lock(ApplicationEntity, { id: seen.applicationId });
  const filing = await change.lock(FilingEntity, { id: seen.id });
  const current = await change.lock(PaperFilingEntity, { applicationId: application.id });
  if (current.claimedAt || filing.status !== 'valid') return undefined;
  return { filing, application, paper: current };
}

function mayClaim(
  deps: Deps,
  actor: Filer,
  filing: FilingEntity,
  paper: PaperFilingEntity,
  claimCode: string | undefined,
): boolean {
  if (actor.kind === 'legal_person' && actor.uscc === filing.uscc) return true;
  if (claimCode === undefined || !paper.claimCodeHash || paper.wrongTries >= maxWrongTries) return false;
  return isHashOfClaimCode(deps, paper.claimCodeHash, claimCode);
}
