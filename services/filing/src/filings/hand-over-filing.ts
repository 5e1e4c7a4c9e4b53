import { newId } from '@beian/service-kit/ids.ts';
import type { Change } from '@beian/service-kit/mutate.ts';
import type { ApplicationEntity } from '../applications/application.entity.ts';
import { DraftEntity } from '../drafts/draft.entity.ts';
import { FilingEntity, Holding } from './filing.entity.ts';
import { ApplicationFiling } from './occupy-filing.ts';

/**
 * Moves the holding of a filing inside the caller's transaction (M122, I49): one ends and the other begins at the same moment, so that
 * whoever looks sees exactly one. Every right over a filing is read from the open holding when it is used, so the former holder's end
 * here; drafts about the filing go too. The filing itself, its number and versions stay as they are.
 */
export async function handOverFiling(
  change: Change,
  { id: applicationId, accountId }: ApplicationEntity,
  toAccountId: string,
): Promise<FilingEntity> {
  const { filingId } = await change.em.findOneOrFail(ApplicationFiling, { applicationId });
  const filing = await change.lock(FilingEntity, { id: filingId });
  const former = await change.lock(Holding, { filingId, accountId, untilAt: null });
  former.untilAt = change.now;
  // The index of one open holding per filing looks at every statement: this one closes first.
  await change.em.flush();
  change.create(Holding, { id: newId(), filingId, accountId: toAccountId, fromAt: change.now });
  await change.em.nativeDelete(DraftEntity, { accountId: former.accountId, filingNumber: filing.number });
  change.emit('filing.transferred', {
    subject: filing.number,
    data: {
      filingNumber: filing.number,
      applicationId,
      uscc: filing.uscc,
      organCode: filing.organCode,
      countyCode: filing.countyCode,
      version: filing.version,
      fromAccountId: former.accountId,
      toAccountId,
      transferredAt: change.now.toISOString(),
    },
  });
  return filing;
}
