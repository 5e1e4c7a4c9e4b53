import { groupOf } from '@beian/contracts/vocabulary.ts';
import { idOf } from '@beian/service-kit/ids.ts';
import type { Change } from '@beian/service-kit/mutate.ts';
import { accountOf } from '../audience/audience.rules.ts';
import type { Deps } from '../deps.ts';
import type { NotificationEntity } from '../inbox/notification.entity.ts';
import { MailSettingEntity } from '../settings/mail-setting.entity.ts';
import { DeliveryEntity } from './delivery.entity.ts';

/**
 * What goes out of the platform for notifications that were just added: an e-mail to whoever has a verified address and wants this group,
 * an SMS where something was decided or waits. Staff reads the inbox alone.
 */
export async function queueDeliveries(deps: Deps, change: Change, notifications: NotificationEntity[]): Promise<void> {
  for (const { id: notificationId, audience, addressee, entry } of notifications) {
    const accountId = accountOf(audience);
    if (accountId === undefined || addressee === 'staff') continue;
    const group = groupOf[entry];
    const setting = await change.em.findOne(MailSettingEntity, { accountId });
    const channels = [
      ...(deps.mail && setting?.verifiedAt && setting.wanted[group] ? (['email'] as const) : []),
      ...(group === 'progress' ? [] : (['sms'] as const)),
    ];
    for (const channel of channels) {
      const id = idOf('delivery', notificationId, channel);
      change.create(DeliveryEntity, {
        id,
        channel,
        template: 'notification',
        notificationId,
        ...queued(accountId, change.now),
      });
    }
    if (channels.length > 0) change.after(deps.due.ring);
  }
}

export const queued = (accountId: string, now: Date) => ({
  accountId,
  state: 'queued' as const,
  attempts: 0,
  nextAttemptAt: now,
  createdAt: now,
});
