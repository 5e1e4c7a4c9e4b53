import type { Handlers } from '@beian/service-kit/consumer.ts';
import type { Change } from '@beian/service-kit/mutate.ts';

const keep = async (change: Change, ids: string[]): Promise<void> => {
  if (ids.length === 0) return;
  await change.em.execute(
    `update document set kept_at = coalesce(kept_at, ?) where id in (${ids.map(() => '?').join(',')})`,
    [change.now, ...ids],
    'run',
  );
};

/** Files that an application, a delegation or a filing uses are kept; the sweep removes only what nothing ever referred to. */
export const keepDocuments: Handlers = {
  'application.submitted': (change, event) => keep(change, event.data.documentIds),
  'application.resubmitted': (change, event) => keep(change, event.data.documentIds),
  'delegation.granted': (change, event) => keep(change, event.data.documentIds),
  'filing.registered': (change, event) => keep(change, event.data.documentIds),
  'filing.changed': (change, event) => keep(change, event.data.documentIds),
};
