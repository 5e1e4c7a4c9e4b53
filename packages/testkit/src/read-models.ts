import { keepDocuments } from '@beian/documents/documents/keep-documents.ts';
import type { Deps as DocumentsDeps } from '@beian/documents/deps.ts';
import { noteQuarantine } from '@beian/filing/applications/note-quarantine.ts';
import type { Deps as FilingDeps } from '@beian/filing/deps.ts';
import { handleOnce, type Handlers } from '@beian/service-kit/consumer.ts';
import type { Orm } from '@beian/service-kit/database.ts';
import type { MutateDeps } from '@beian/service-kit/mutate.ts';
import { enterFilings } from '@beian/public-query/register/enter-filing.ts';
import { aNotifications } from './notifications.ts';
import { aPublicQuery } from './public-query.ts';
import { notifyOfEvents } from '@beian/notifications/inbox/notify.ts';

/** What the consumers have made of events: rows without the times and numbers that say when they were written. */
const views = {
  register: 'select number, uscc, organ_code, registered_at, version, cancelled_at from register_entry order by number',
  notifications: `
    select id, entry_id, audience, addressee, entry, application_kind, application_id, application_number, organ_code,
      filing_numbers, due_at, at, settled_at from notification order by id`,
  deliveries: 'select id, channel, template, account_id, notification_id from delivery order by id',
} as const;

const rows = (orm: Orm, sql: string): Promise<Record<string, unknown>[]> => orm.em.fork().execute(sql);

/** The read models of public query and notifications. */
export const readModelsOf = async (publicQuery: Orm, notifications: Orm) => ({
  register: await rows(publicQuery, views.register),
  notifications: await rows(notifications, views.notifications),
  deliveries: await rows(notifications, views.deliveries),
});

/** Hands events to fresh consumers, one after the other as they are given; answers the read models. */
export async function readModelsAfter(events: readonly unknown[]) {
  const publicQuery = await aPublicQuery();
  const notifications = await aNotifications();
  const consumers: [string, MutateDeps, Handlers][] = [
    ['public-query', publicQuery.deps, enterFilings],
    ['notifications', notifications.deps, notifyOfEvents(notifications.deps)],
  ];
  for (const event of events) {
    await Promise.all(consumers.map(([name, deps, handle]) => handleOnce(deps, name, handle, event)));
  }
  const models = await readModelsOf(publicQuery.deps.orm, notifications.deps.orm);
  await notifications.stop();
  await publicQuery.deps.orm.close();
  return models;
}

/** The same for documents, whose rows are there before: which of them are kept. */
export async function keptAfter(documents: DocumentsDeps, events: readonly unknown[]): Promise<string[]> {
  const em = documents.orm.em.fork();
  await em.execute('update document set kept_at = null', [], 'run');
  await em.execute('delete from inbox', [], 'run');
  for (const event of events) await handleOnce(documents, 'documents', keepDocuments, event);
  const kept = await rows(documents.orm, 'select id from document where kept_at is not null order by id');
  return kept.map(({ id }) => String(id));
}

/** The same for filing, whose applications are there before: which of them say how often that a document of theirs was quarantined. */
export async function quarantinesAfter(filing: FilingDeps, events: readonly unknown[]) {
  const em = filing.orm.em.fork();
  await em.execute(`delete from timeline_entry where kind = 'document_quarantined'`, [], 'run');
  await em.execute('delete from inbox', [], 'run');
  for (const event of events) await handleOnce(filing, 'filing', noteQuarantine, event);
  return rows(
    filing.orm,
    `select application_id, count(*)::int as entries from timeline_entry where kind = 'document_quarantined' group by 1 order by 1`,
  );
}
