import { randomInt } from 'node:crypto';
import type { ClaimCode } from '@beian/contracts/paper-filings.ts';
import { requireStaff, type Actor } from '@beian/service-kit/actor.ts';
import { mutate } from '@beian/service-kit/mutate.ts';
import { problem } from '@beian/service-kit/problem.ts';
import { ApplicationEntity } from '../applications/application.entity.ts';
import type { Deps } from '../deps.ts';
import { FilingEntity } from '../filings/filing.entity.ts';
import { ClaimTries, PaperFilingEntity } from './paper-filing.entity.ts';

// Letters that are hard to tell apart on paper are left out, as in credit codes.
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const letters = (count: number) => Array.from({ length: count }, () => alphabet[randomInt(alphabet.length)]).join('');

/** What the database keeps of a claim code. */
export const claimCodeHash = ({ sealer }: Pick<Deps, 'sealer'>, code: string): string =>
  sealer.lookupHash(code, 'paper_filing.claim_code');
/** Whether a hash is that of a code, whichever key has made it. */
export const isHashOfClaimCode = ({ sealer }: Pick<Deps, 'sealer'>, hash: string, code: string): boolean =>
  sealer.lookupHashes(code, 'paper_filing.claim_code').includes(hash);

/**
 * A claim code (认领码) for the notice that the unit is given: 79 random bits, shown once. A new one makes the old one void and
 * forgives wrong tries. `filing.not-completed` before the filing has its number and after it was claimed.
 */
export async function issueClaimCode(deps: Deps, by: Actor, applicationId: string): Promise<ClaimCode> {
  const staff = requireStaff(by, 'reviewer', 'senior_reviewer');
  return mutate(deps, staff, { action: 'claim-code.issue' }, async (change) => {
    const where = { id: applicationId, filerKind: 'paper', organCode: staff.organ.code } as const;
    await change.lock(ApplicationEntity, where);
    const paper = await change.lock(PaperFilingEntity, { applicationId });
    const filing = await change.em.findOne(FilingEntity, { applicationId });
    if (!filing || paper.claimedAt) throw problem('filing.not-completed');
    const claimCode = [1, 2, 3, 4].map(() => letters(4)).join('-');
    Object.assign(paper, { claimCodeHash: claimCodeHash(deps, claimCode) });
    await change.em.nativeDelete(ClaimTries, { applicationId });
    change.record({ subject: applicationId, data: { filingNumber: filing.number } });
    return { filingNumber: filing.number, claimCode };
  });
}
