import { createNotificationsApp } from '@beian/notifications/app.ts';
import { createBell } from '@beian/notifications/bell.ts';
import { startDispatcher } from '@beian/notifications/deliveries/dispatcher.ts';
import { openLive, schema, type Deps } from '@beian/notifications/deps.ts';
import { notifyOfEvents } from '@beian/notifications/inbox/notify.ts';
import { createLiveInboxes } from '@beian/notifications/live/live-inboxes.ts';
import { smtpMail } from '@beian/notifications/ports/mail.port.ts';
import { noSmsProvider } from '@beian/notifications/ports/sms.port.ts';
import type { EventData } from '@beian/contracts/events.ts';
import { systemClock, type Clock } from '@beian/service-kit/clock.ts';
import { handleOnce, startConsumer } from '@beian/service-kit/consumer.ts';
import { openDatabase, type Orm } from '@beian/service-kit/database.ts';
import { newId } from '@beian/service-kit/ids.ts';
import type { Nats } from '@beian/service-kit/nats.ts';
import { testVerifier } from './actors.ts';
import { noHeads } from './chain-heads.ts';
import { freshDatabase } from './database.ts';
import { testSealer } from './sealer.ts';
import { testLog } from './silent-log.ts';

/** The event of a timeline's entry: a registration in Nanshan was returned to `accountId`, unless said otherwise. */
export const aTimelineEvent = (data: Partial<EventData<'timeline.added'>> = {}, id = newId()) => {
  const applicationId = data.applicationId ?? newId();
  return {
    specversion: '1.0',
    id,
    source: 'beian/filing',
    type: 'beian.timeline.added',
    time: new Date().toISOString(),
    subject: applicationId,
    datacontenttype: 'application/json',
    data: {
      applicationId,
      kind: 'registration',
      version: 1,
      organCode: '440305',
      accountId: null,
      entryId: newId(),
      entry: 'returned',
      applicationNumber: 'SL20261125000001',
      ...data,
    },
  };
};

export type TestNotifications = Awaited<ReturnType<typeof aNotifications>>;
type Options = {
  /** With it events are consumed and news goes from process to process. */
  nats?: Nats | undefined;
  /** Name of its consumer. */
  durable?: string;
  clock?: Clock | undefined;
  smtpUrl?: string;
  heartbeatMs?: number;
  /** The database of another process of the service. */
  databaseUrl?: string;
  log?: Deps['log'];
  chainHeads?: Deps['chainHeads'] | undefined;
};

/** Notifications with a database of its own; mails are sent when there is a server to send them to. */
export async function aNotifications(options: Options = {}) {
  const {
    nats,
    durable = 'notifications',
    clock = systemClock,
    smtpUrl,
    heartbeatMs = 20_000,
    databaseUrl,
    log = testLog,
  } = options;
  const orm: Orm = databaseUrl ? await openDatabase({ ...schema, url: databaseUrl }) : await freshDatabase(schema);
  const live = nats ? openLive({ nats, log }) : undefined;
  const mail = smtpUrl ? smtpMail({ url: smtpUrl, from: 'beian <no-reply@beian.example>', log }) : undefined;
  const deps: Deps = {
    orm,
    clock,
    log,
    relay: { nudge: () => undefined },
    service: 'notifications',
    live: live?.live ?? createLiveInboxes(() => undefined),
    heartbeatMs,
    due: createBell(),
    mail,
    sms: noSmsProvider(log),
    sealer: testSealer,
    publicBaseUrl: 'https://beian.example',
    verifyActor: testVerifier,
    chainHeads: options.chainHeads ?? noHeads,
  };
  const handle = notifyOfEvents(deps);
  const consumer = nats ? startConsumer({ ...deps, nats }, { durable, handle }) : undefined;
  const dispatcher = startDispatcher(deps);
  return {
    app: createNotificationsApp(deps),
    deps,
    /** Hands an event in as the consumer does. */
    happens: (event: unknown): Promise<void> => handleOnce(deps, 'notifications', handle, event),
    stop: async (): Promise<void> => {
      deps.live.endAll();
      await consumer?.stop();
      await dispatcher.stop();
      await live?.stop();
      mail?.close();
      await orm.close();
    },
  };
}
