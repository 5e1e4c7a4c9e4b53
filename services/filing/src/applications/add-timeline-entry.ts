import type { TimelineEntry } from '@beian/contracts/applications.ts';
import type { EventData } from '@beian/contracts/events.ts';
import type { TimelineKind } from '@beian/contracts/vocabulary.ts';
import { newId } from '@beian/service-kit/ids.ts';
import type { Change } from '@beian/service-kit/mutate.ts';
import { type ApplicationEntity, TimelineEntity } from './application.entity.ts';

type Told = Partial<
  Pick<
    EventData<'timeline.added'>,
    'organCode' | 'filingNumbers' | 'dueAt' | 'assigneeAccountId' | 'escalatedTo' | 'recipientAccountId'
  >
>;

/**
 * Writes one entry of the timeline (I19), the same for filer and reviewer, and the event by which whom it concerns is told, once.
 * `organ` is the one that acted or is asked to act, `suspension` what a suspended review waits for; `told` goes into the event alone.
 */
export function addTimelineEntry(
  change: Change,
  application: ApplicationEntity,
  kind: TimelineKind,
  by: TimelineEntry['by'],
  {
    organ,
    suspension,
    ...told
  }: Told & { organ?: { code: string; name: string }; suspension?: TimelineEntry['suspension'] } = {},
): void {
  const { id: applicationId, version } = application;
  const entry = change.create(TimelineEntity, {
    id: newId(),
    applicationId,
    at: change.now,
    kind,
    by,
    organCode: organ?.code ?? null,
    organName: organ?.name ?? null,
    version,
    suspension: suspension ?? null,
  });
  change.emit('timeline.added', {
    subject: applicationId,
    data: {
      applicationId,
      applicationNumber: application.number,
      kind: application.kind,
      version,
      organCode: organ?.code ?? application.organCode,
      accountId: application.accountId ?? null,
      entryId: entry.id,
      entry: kind,
      ...told,
    },
  });
}
