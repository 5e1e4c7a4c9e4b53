import type { Change } from '@beian/service-kit/mutate.ts';
import type { ApplicationEntity } from '../applications/application.entity.ts';
import { FilingEntity } from '../filings/filing.entity.ts';
import { ApplicationFiling } from '../filings/occupy-filing.ts';

/** Settles an approved cancellation inside the caller's transaction: the filing ends, its history and its holder stay. */
export async function cancelFiling(change: Change, { id: applicationId }: ApplicationEntity): Promise<FilingEntity> {
  const { filingId } = await change.em.findOneOrFail(ApplicationFiling, { applicationId });
  const filing = await change.lock(FilingEntity, { id: filingId });
  Object.assign(filing, { status: 'cancelled', cancelledAt: change.now });
  change.emit('filing.cancelled', {
    subject: filing.number,
    data: {
      filingNumber: filing.number,
      applicationId,
      uscc: filing.uscc,
      organCode: filing.organCode,
      countyCode: filing.countyCode,
      version: filing.version,
      cancelledAt: change.now.toISOString(),
    },
  });
  return filing;
}
