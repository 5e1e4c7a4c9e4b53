import { z } from 'zod';
import type { VerifyActor } from '@beian/service-kit/actor.ts';
import type { ChainHeads } from '@beian/service-kit/audit/chain-heads.ts';
import { openAnnouncements } from '@beian/service-kit/announcements.ts';
import type { Check } from '@beian/service-kit/health.ts';
import type { Metrics } from '@beian/service-kit/metrics.ts';
import type { MutateDeps } from '@beian/service-kit/mutate.ts';
import type { Nats } from '@beian/service-kit/nats.ts';
import { openService } from '@beian/service-kit/open-service.ts';
import { createSealer, type Sealer } from '@beian/service-kit/sealing.ts';
import { createBell, type Bell } from './bell.ts';
import type { Config } from './config.ts';
import { countDeliveries } from './deliveries/count-deliveries.ts';
import { DeliveryEntity } from './deliveries/delivery.entity.ts';
import { NotificationEntity } from './inbox/notification.entity.ts';
import { createLiveInboxes, type LiveInboxes } from './live/live-inboxes.ts';
import { NotificationsMigration } from './migrations/0001-notifications.ts';
import { DraftsMigration } from './migrations/0002-drafts.ts';
import { DelegationsMigration } from './migrations/0003-delegations.ts';
import { SettlementsMigration } from './migrations/0004-settlements.ts';
import { smtpMail, type MailPort } from './ports/mail.port.ts';
import { noSmsProvider, type SmsPort } from './ports/sms.port.ts';
import { MailSettingEntity } from './settings/mail-setting.entity.ts';

export const schema = {
  entities: [NotificationEntity, DeliveryEntity, MailSettingEntity],
  migrations: [NotificationsMigration, DraftsMigration, DelegationsMigration, SettlementsMigration],
};

export type Deps = MutateDeps & {
  live: LiveInboxes;
  /** How often a stream shows that it is alive. */
  heartbeatMs: number;
  /** Rings when something is to be delivered. */
  due: Bell;
  /** Undefined without a mail server. */
  mail: MailPort | undefined;
  sms: SmsPort;
  sealer: Sealer;
  publicBaseUrl: string;
  verifyActor: VerifyActor;
  /** Where dead letters that could not be read are read again. */
  nats?: Nats;
  chainHeads: ChainHeads;
  metrics?: Metrics;
  checks?: Record<string, Check>;
};

/** Inboxes that are read live, woken by every process of this service. */
export function openLive({ nats, log }: { nats: Nats; log: Deps['log'] }) {
  const live = createLiveInboxes((audiences) => announcements.announce(audiences));
  const announcements = openAnnouncements(
    { nats, log },
    { topic: 'inbox', hear: (message) => live.ring(z.array(z.string()).parse(message)) },
  );
  return { live, stop: announcements.stop };
}

/** The only place that makes connections. */
export async function createDeps(config: Config) {
  const open = await openService(config, { service: 'notifications', ...schema });
  const { nats, metrics, base } = open;
  const { live, stop: stopLive } = openLive({ nats, log: base.log });
  const mail = config.SMTP_URL ? smtpMail({ url: config.SMTP_URL, from: config.MAIL_FROM, log: base.log }) : undefined;
  if (!mail) base.log.warn('no e-mail is sent: SMTP_URL is not set');
  const deps: Deps = {
    ...base,
    live,
    heartbeatMs: 20_000,
    due: createBell(),
    mail,
    sms: noSmsProvider(base.log),
    sealer: createSealer({ keys: config.SEALING_KEYS, lookupKey: config.LOOKUP_KEY }),
    publicBaseUrl: config.PUBLIC_BASE_URL,
    verifyActor: open.verifyActor,
    nats: open.nats,
    metrics,
    chainHeads: open.chainHeads,
    checks: open.checks,
  };
  metrics.gauge('beian_inbox_streams', 'inboxes that are read live', live.size);
  metrics.gauge('beian_deliveries_waiting', 'mails to be sent', () => countDeliveries(deps, 'queued'));
  metrics.gauge('beian_deliveries_failing', 'mails that failed and are tried again', () =>
    countDeliveries(deps, 'failed'),
  );
  const closeMail = async () => mail?.close();
  return { deps, nats, stop: [stopLive, closeMail, ...open.stop] };
}
