import { groupOf } from '@beian/contracts/vocabulary.ts';
import type { SqlEntityManager } from '@beian/service-kit/database.ts';
import { mutate } from '@beian/service-kit/mutate.ts';
import type { Deps } from '../deps.ts';
import { NotificationEntity } from '../inbox/notification.entity.ts';
import { addressOf } from '../settings/address.ts';
import { MailSettingEntity } from '../settings/mail-setting.entity.ts';
import { codeOf } from '../settings/verification-code.ts';
import { DeliveryEntity } from './delivery.entity.ts';
import { afterAttempt, type Attempt } from './delivery.rules.ts';
import { codeMail, notificationMail, type Mail } from './mail.rules.ts';

const actor = { kind: 'system', name: 'notifications' } as const;
const isDue = `state in ('queued', 'failed') and next_attempt_at <= ?`;

/**
 * Sends the delivery that is due first and that no other process has in hand; answers whether there was one. It is held until it is
 * committed what became of it: at least once, with a Message-ID of its own by which mail programs show it once.
 */
export async function sendNext(deps: Deps): Promise<boolean> {
  const at = [deps.clock.now()];
  const [any] = await deps.orm.em.fork().execute<unknown[]>(`select 1 from delivery where ${isDue} limit 1`, at);
  if (!any) return false;
  return mutate(deps, actor, { action: 'delivery.send' }, async (change) => {
    const [due] = await change.em.execute<{ id: string }[]>(
      `select id from delivery where ${isDue} order by next_attempt_at limit 1 for update skip locked`,
      at,
    );
    if (!due) {
      change.record({ subject: 'deliveries', data: { inOtherHands: true } });
      return false;
    }
    const delivery = await change.em.findOneOrFail(DeliveryEntity, { id: due.id });
    const attempt = await (delivery.channel === 'sms' ? sendSms : sendMail)(deps, change.em, delivery);
    const attempts = delivery.attempts + 1;
    const now = deps.clock.now();
    Object.assign(delivery, { attempts, ...afterAttempt(attempt, attempts, now) });
    change.record({ subject: delivery.id, data: { state: delivery.state, attempts, reason: delivery.lastError } });
    return true;
  });
}

async function sendSms(
  deps: Deps,
  em: SqlEntityManager,
  { id, accountId, notificationId }: DeliveryEntity,
): Promise<Attempt> {
  const { entry } = await em.findOneOrFail(NotificationEntity, { id: notificationId });
  return deps.sms.send({ deliveryId: id, accountId, template: entry });
}

async function sendMail(deps: Deps, em: SqlEntityManager, delivery: DeliveryEntity): Promise<Attempt> {
  if (!deps.mail) return { outcome: 'failed', reason: 'no-server' };
  const setting = await em.findOne(MailSettingEntity, { accountId: delivery.accountId });
  const to = setting && addressOf(deps, setting);
  const mail = setting && (await mailOf(deps, em, delivery, setting));
  if (!to || !mail) return { outcome: 'given_up', reason: 'not-wanted' };
  return deps.mail.send({ deliveryId: delivery.id, to, ...mail });
}

/** The mail as it is still wanted now; undefined when the address, the code or the choice has changed since. */
async function mailOf(
  deps: Deps,
  em: SqlEntityManager,
  { template, notificationId, verificationId }: DeliveryEntity,
  setting: MailSettingEntity,
): Promise<Mail | undefined> {
  switch (template) {
    case 'email_code': {
      const { codeExpiresAt } = setting;
      if (!verificationId || setting.verificationId !== verificationId || !codeExpiresAt) return undefined;
      return codeExpiresAt > deps.clock.now() ? codeMail(codeOf(deps.sealer, verificationId)) : undefined;
    }
    case 'notification': {
      const notification = await em.findOneOrFail(NotificationEntity, { id: notificationId });
      const wanted = setting.verifiedAt && setting.wanted[groupOf[notification.entry]];
      return wanted ? notificationMail(notification, deps.publicBaseUrl) : undefined;
    }
  }
}
