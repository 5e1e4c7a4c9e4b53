import { finalStatuses } from '@beian/contracts/allowed-actions.ts';
import type { Handlers } from '@beian/service-kit/consumer.ts';
import { addTimelineEntry } from './add-timeline-entry.ts';
import { ApplicationEntity } from './application.entity.ts';

// A change is told as a whole, not by its parts.
const concerned = `select a.id from application a
  join application_version v on v.application_id = a.id and v.number = a.version
  where v.document_ids @> to_jsonb(array[?::text]) and a.parent_id is null
    and a.status not in (${finalStatuses.map(() => '?').join(',')}) order by a.id`;

/**
 * A file that was held turned out infected (ADR 0023): every open application that it was handed in with says so in its timeline, by which
 * the filer is told. A draft shows it at its field and cannot be submitted with it; what has ended is not disturbed any more.
 */
export const noteQuarantine: Handlers = {
  'document.quarantined': async (change, { data: { documentId } }) => {
    const rows = await change.em.execute<{ id: string }[]>(concerned, [documentId, ...finalStatuses]);
    for (const { id } of rows) {
      addTimelineEntry(change, await change.lock(ApplicationEntity, { id }), 'document_quarantined', 'platform');
    }
  },
};
