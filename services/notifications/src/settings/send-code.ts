import type { NotificationSettings } from '@beian/contracts/notifications.ts';
import { requireFiler, type Actor } from '@beian/service-kit/actor.ts';
import { newId } from '@beian/service-kit/ids.ts';
import { mutate, type Change } from '@beian/service-kit/mutate.ts';
import { problem } from '@beian/service-kit/problem.ts';
import { DeliveryEntity } from '../deliveries/delivery.entity.ts';
import { queued } from '../deliveries/queue-deliveries.ts';
import type { Deps } from '../deps.ts';
import { MailSettingEntity } from './mail-setting.entity.ts';
import { presentSettings } from './read-settings.ts';

const validMs = 15 * 60_000;
const pauseMs = 60_000;
const windowMs = 24 * 3_600_000;
const codesPerWindow = 10;

/** Sends another code to an address that is not verified yet. `email.nothing-to-verify` when there is none, `email.code-too-soon` within a minute. */
export async function sendCodeAgain(deps: Deps, by: Actor): Promise<NotificationSettings> {
  const { accountId } = requireFiler(by);
  return mutate(deps, by, { action: 'email.code' }, async (change) => {
    if (!deps.mail) throw problem('email.unavailable');
    const known = await change.em.findOne(MailSettingEntity, { accountId });
    if (!known) throw problem('email.nothing-to-verify');
    const setting = await change.lock(MailSettingEntity, { accountId });
    if (!setting.sealed || setting.verifiedAt) throw problem('email.nothing-to-verify');
    sendCode(deps, change, setting);
    change.record({ subject: accountId });
    return presentSettings(deps, setting);
  });
}

/** Puts a fresh code into the mail; the one before is void. At most one a minute and ten a day: nobody's mailbox is filled from here. */
export function sendCode(deps: Deps, change: Change, setting: MailSettingEntity): void {
  const now = change.now.getTime();
  const pause = (setting.codeSentAt?.getTime() ?? 0) + pauseMs - now;
  const windowEnd = (setting.codesSince?.getTime() ?? 0) + windowMs;
  const wait = windowEnd > now && setting.codes >= codesPerWindow ? windowEnd - now : pause;
  if (wait > 0) throw problem('email.code-too-soon', { params: { seconds: Math.ceil(wait / 1000) } });
  const verificationId = newId();
  Object.assign(setting, {
    verificationId,
    codeExpiresAt: new Date(now + validMs),
    codeTries: 0,
    codeSentAt: change.now,
    ...(windowEnd > now ? { codes: setting.codes + 1 } : { codes: 1, codesSince: change.now }),
  });
  const { accountId } = setting;
  const what = { channel: 'email', template: 'email_code', verificationId } as const;
  change.create(DeliveryEntity, { id: newId(), ...what, ...queued(accountId, change.now) });
  change.after(deps.due.ring);
}
