import type { NotificationSettings } from '@beian/contracts/notifications.ts';
import { groupsByDefault } from '@beian/contracts/vocabulary.ts';
import { requireFiler, type Actor } from '@beian/service-kit/actor.ts';
import { maskEmail } from '@beian/service-kit/masking.ts';
import type { Deps } from '../deps.ts';
import { addressOf } from './address.ts';
import { MailSettingEntity } from './mail-setting.entity.ts';

/** The caller's settings, and what this installation can send at all. */
export async function readSettings(deps: Deps, by: Actor): Promise<NotificationSettings> {
  const { accountId } = requireFiler(by);
  return presentSettings(deps, await deps.orm.em.fork().findOne(MailSettingEntity, { accountId }));
}

export function presentSettings(deps: Deps, setting: MailSettingEntity | null): NotificationSettings {
  const email = setting ? addressOf(deps, setting) : undefined;
  const verified = Boolean(setting?.verifiedAt);
  const expires = setting?.codeExpiresAt;
  return {
    mail: deps.mail ? 'available' : 'unavailable',
    sms: 'unavailable',
    ...(email === undefined ? {} : { email: maskEmail(email) }),
    emailVerified: verified,
    ...(email !== undefined && !verified && expires ? { codeExpiresAt: expires.toISOString() } : {}),
    wanted: setting?.wanted ?? groupsByDefault,
  };
}
