import type { NotificationEntry } from '@beian/contracts/vocabulary.ts';
import type { Log } from '@beian/service-kit/log.ts';
import type { Attempt } from '../deliveries/delivery.rules.ts';

/** How an SMS leaves the platform. An adapter for a provider asks identity for the account's number and sends the provider's template of that code. */
export type SmsPort = {
  send(sms: { deliveryId: string; accountId: string; template: NotificationEntry }): Promise<Attempt>;
};

/** Without a provider: says so, and whose and which, never a number or a text. */
export const noSmsProvider = (log: Log): SmsPort => ({
  send: async ({ deliveryId, template }) => {
    log.info({ deliveryId, template }, 'SMS not sent: no provider configured');
    return { outcome: 'given_up', reason: 'no-provider' };
  },
});
