import type { Change } from '@beian/service-kit/mutate.ts';
import { releaseFilings } from '../filings/occupy-filing.ts';
import { addTimelineEntry } from './add-timeline-entry.ts';
import type { ApplicationEntity } from './application.entity.ts';

/** 办结: an application whose business is done, inside the caller's transaction: status, filings free for the next business, timeline, event. */
export async function completeApplication(
  change: Change,
  application: ApplicationEntity,
  filingNumbers: string[],
  told: { recipientAccountId?: string } = {},
): Promise<void> {
  const { id, accountId = null, kind, organCode, version } = application;
  Object.assign(application, { status: 'completed', updatedAt: change.now });
  await releaseFilings(change, id);
  addTimelineEntry(change, application, 'completed', 'platform', { filingNumbers, ...told });
  change.emit('application.completed', {
    subject: id,
    data: { applicationId: id, kind, version, organCode, accountId, filingNumbers },
  });
}
