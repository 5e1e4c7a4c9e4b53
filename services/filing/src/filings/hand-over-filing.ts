import { newId } from '@beian/service-kit/ids.ts';
import type { Change } from '@beian/service-kit/mutate.ts';
import type { ApplicationEntity } from '../applications/application.entity.ts';
import { DraftEntity } from '../drafts/draft.entity.ts';
import { FilingEntity, Holding } from './filing.entity.ts';
import { ApplicationFiling } from './occupy-filing.ts';

/** Moves the holding of a filing from the filer of a transfer, who holds it still, to its recipient (M122). */
export async function handOverFiling(
  change: Change,
  { id: applicationId, accountId }: ApplicationEntity,
  toAccountId: string,
): Promise<FilingEntity> {
  const { filingId } = await change.em.findOneOrFail(ApplicationFiling, { applicationId });
  const filing = await change.lock(FilingEntity, { id: filingId });
  await change.lock(Holding, { filingId, accountId, untilAt: null });
  await moveHolding(change, filing, { applicationId, toAccountId });
  return filing;
}

/**
 * Gives a locked filing to another account inside the caller's transaction (I49): one holding ends and the other begins at the same moment,
 * so that whoever looks sees exactly one. Every right over a filing is read from the open holding when it is used, so the former holder's
 * end here; drafts about the filing go too. The filing itself, its number and versions stay as they are.
 */
export async function moveHolding(
  change: Change,
  filing: FilingEntity,
  { applicationId, toAccountId }: { applicationId: string; toAccountId: string },
): Promise<void> {
  const { id: filingId, number: filingNumber, uscc, organCode, countyCode, version } = filing;
  const former = await change.em.findOne(Holding, { filingId, untilAt: null });
  if (former?.accountId === toAccountId) return;
  if (former) {
    former.untilAt = change.now;
    // The index of one open holding per filing looks at every statement: this one closes first.
    await change.em.flush();
    await change.em.nativeDelete(DraftEntity, { accountId: former.accountId, filingNumber });
  }
  change.create(Holding, { id: newId(), filingId, accountId: toAccountId, fromAt: change.now });
  change.emit('filing.transferred', {
    subject: filingNumber,
    data: {
      filingNumber,
      applicationId,
      uscc,
      organCode,
      countyCode,
      version,
      fromAccountId: former?.accountId ?? null,
      toAccountId,
      transferredAt: change.now.toISOString(),
    },
  });
}
