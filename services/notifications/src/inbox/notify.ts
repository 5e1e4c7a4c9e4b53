import { endOfBeijingDay } from '@beian/contracts/beijing-day.rules.ts';
import { delegationEntryOf } from '@beian/contracts/vocabulary.ts';
import type { Handlers } from '@beian/service-kit/consumer.ts';
import { idOf } from '@beian/service-kit/ids.ts';
import type { Change } from '@beian/service-kit/mutate.ts';
import { accountAudience, audienceOf, partiesOf, type Told } from '../audience/audience.rules.ts';
import { queueDeliveries } from '../deliveries/queue-deliveries.ts';
import type { Deps } from '../deps.ts';
import { NotificationEntity } from './notification.entity.ts';
import { settledBy, settleOlder } from './settle-older.ts';

// Any number that no other lock of this database uses.
const orderLock = 4620_2025;

/** What a notification says, whoever reads it. */
type Fresh = Pick<
  NotificationEntity,
  | 'entryId'
  | 'entry'
  | 'applicationKind'
  | 'applicationId'
  | 'applicationNumber'
  | 'organCode'
  | 'filingNumbers'
  | 'uscc'
  | 'dueAt'
  | 'at'
>;

const ofNoApplication = { applicationId: null, applicationNumber: null, organCode: null, filingNumbers: [] };

/**
 * Every entry of a timeline becomes one notification for each audience that it concerns (I20, I46), a draft that waits one for its owner
 * (G6), a message of a delegation one for each side (I02), an API credential one for its account (0042), with what goes out by mail and SMS.
 */
export const notifyOfEvents = (deps: Deps): Handlers => ({
  'timeline.added': async (change, event) => {
    await inOrder(change);
    await settleOlder(deps, change, event);
    const { entryId, entry, kind, applicationId, applicationNumber, organCode, filingNumbers = [], dueAt } = event.data;
    await tell(deps, change, audienceOf(event.data), {
      entryId,
      entry,
      applicationKind: kind,
      applicationId,
      applicationNumber,
      organCode,
      filingNumbers,
      uscc: null,
      dueAt: dueAt ? new Date(dueAt) : null,
      at: new Date(event.time),
    });
  },
  'draft.reminded': async (change, event) => {
    await inOrder(change);
    const { accountId, kind, expiresAt } = event.data;
    await tell(deps, change, [{ addressee: 'filer', audience: accountAudience(accountId) }], {
      entryId: event.id,
      entry: 'draft_reminded',
      applicationKind: kind,
      ...ofNoApplication,
      uscc: null,
      dueAt: new Date(expiresAt),
      at: new Date(event.time),
    });
  },
  'delegation.told': async (change, event) => {
    await inOrder(change);
    const { delegationId, message, uscc, validUntil } = event.data;
    await tell(deps, change, partiesOf(event.data), {
      // Each message comes once, by whichever event.
      entryId: idOf('delegation', delegationId, message),
      entry: delegationEntryOf(message),
      applicationKind: null,
      ...ofNoApplication,
      uscc,
      dueAt: endOfBeijingDay(validUntil),
      at: new Date(event.time),
    });
  },
  'api-credential.made': async (change, event) => {
    await inOrder(change);
    const { credentialId, accountId, validUntil } = event.data;
    await tell(deps, change, [{ addressee: 'filer', audience: accountAudience(accountId) }], {
      entryId: idOf('api-credential', credentialId),
      entry: 'api_credential_made',
      applicationKind: null,
      ...ofNoApplication,
      uscc: null,
      dueAt: new Date(validUntil),
      at: new Date(event.time),
    });
  },
});

// Numbers are given in the order of commits: who has seen one has seen all before it.
const inOrder = (change: Change) => change.em.execute('select pg_advisory_xact_lock(?)', [orderLock]);

async function tell(deps: Deps, change: Change, audiences: Told[], facts: Fresh): Promise<void> {
  const fresh: NotificationEntity[] = [];
  for (const told of audiences) {
    const notification = await add(change, told, facts);
    if (notification) fresh.push(notification);
  }
  await queueDeliveries(deps, change, fresh);
  if (fresh.length > 0) change.after(() => deps.live.tell(fresh.map(({ audience }) => audience)));
}

/** Adds it unless it is there: the id is the same however often an entry comes, and by whichever event. */
async function add(change: Change, told: Told, facts: Fresh): Promise<NotificationEntity | null> {
  const id = idOf('notification', facts.entryId, told.audience);
  const inserted = await change.em.execute<unknown[]>(
    `insert into notification (id, entry_id, audience, addressee, entry, application_kind, application_id, application_number,
       organ_code, filing_numbers, uscc, due_at, at, created_at, settled_at)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing returning id`,
    [
      id,
      facts.entryId,
      told.audience,
      told.addressee,
      facts.entry,
      facts.applicationKind,
      facts.applicationId,
      facts.applicationNumber,
      facts.organCode,
      JSON.stringify(facts.filingNumbers),
      facts.uscc,
      facts.dueAt,
      facts.at,
      change.now,
      told.addressee === 'staff' ? await settledBy(change, facts) : null,
    ],
  );
  return inserted.length > 0 ? change.em.findOneOrFail(NotificationEntity, { id }) : null;
}
