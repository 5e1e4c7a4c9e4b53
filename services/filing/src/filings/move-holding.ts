import { newId } from '@beian/service-kit/ids.ts';
import type { Change } from '@beian/service-kit/mutate.ts';
import { type FilingEntity, Holding } from './filing.entity.ts';

/**
 * Gives a locked filing to another account inside the caller's transaction (I49): the database allows one holder at every instant. Nothing
 * happens when the account holds it already.
 */
export async function moveHolding(
  change: Change,
  filing: FilingEntity,
  { applicationId, toAccountId }: { applicationId: string; toAccountId: string },
): Promise<void> {
  const { id: filingId, number: filingNumber, uscc, organCode, countyCode, version } = filing;
  const held = await change.em.findOne(Holding, { filingId, untilAt: null });
  if (held?.accountId === toAccountId) return;
  if (held) {
    held.untilAt = change.now;
    // Before the new row: the index knows no order of writing.
    await change.em.flush();
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
      fromAccountId: held?.accountId ?? null,
      toAccountId,
      transferredAt: change.now.toISOString(),
    },
  });
}
