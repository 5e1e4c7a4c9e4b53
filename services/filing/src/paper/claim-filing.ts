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
import { ClaimTries, PaperFilingEntity } from './paper-filing.entity.ts';

/** An account that tried so many wrong codes on a filing is barred from it until the organ issues another code. */
const maxWrongTries = 10;

/**
 * 认领 (I36, N9): the owner takes a filing that came on paper into the account, with the code of its notice, or as the legal person whose
 * credit code it bears. One transaction gives the holding and the application. Whatever does not fit is the same `claim.refused`:
 * nobody learns which filings wait for their owner.
 *
 * Wrong codes are counted for each account and filing: a stranger's guesses bar the stranger, never the owner. There is no limit over
 * all accounts, for strangers could exhaust it. Against them stands the code itself, one of 31^16 (79 bits): the gateway lets an
 * address ask 3,000 times a minute, so a thousand addresses that guess for a year, with another account after every ten guesses, find
 * a given code with a chance of 1 in 460 thousand million.
 */
export async function claimFiling(deps: Deps, by: Actor, { filingNumber, claimCode }: ClaimFiling): Promise<Filing> {
  const actor = requireFiler(by);
  const claimed = await mutate(deps, actor, { action: 'filing.claim' }, async (change) => {
    const found = await unclaimed(change, filingNumber);
    change.record({ subject: found?.filing.id ?? 'unknown', data: { claimed: found !== undefined } });
    if (!found) return false;
    const { filing, application, paper } = found;
    if (!(await mayClaim(deps, change, actor, { filing, paper, claimCode }))) return false;
    const { accountId } = actor;
    change.create(Holding, { id: newId(), filingId: filing.id, accountId, fromAt: change.now });
    Object.assign(paper, { claimedAt: change.now, claimCodeHash: null });
    await change.em.nativeDelete(ClaimTries, { applicationId: application.id });
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

async function mayClaim(
  deps: Deps,
  change: Change,
  actor: Filer,
  { filing, paper, claimCode }: { filing: FilingEntity; paper: PaperFilingEntity; claimCode: string | undefined },
): Promise<boolean> {
  if (actor.kind === 'legal_person' && actor.uscc === filing.uscc) return true;
  if (claimCode === undefined || !paper.claimCodeHash) return false;
  const by = { applicationId: paper.applicationId, accountId: actor.accountId };
  const tries = await change.em.findOne(ClaimTries, by);
  const wrong = tries?.wrong ?? 0;
  if (wrong < maxWrongTries && isHashOfClaimCode(deps, paper.claimCodeHash, claimCode)) return true;
  if (tries) tries.wrong = wrong + 1;
  else change.create(ClaimTries, { ...by, wrong: 1 });
  return false;
}
