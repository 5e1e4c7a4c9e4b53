import type { NotificationSettings, NotificationSettingsInput } from '@beian/contracts/notifications.ts';
import { requireFiler, type Actor } from '@beian/service-kit/actor.ts';
import { mutate, type Change } from '@beian/service-kit/mutate.ts';
import { problem } from '@beian/service-kit/problem.ts';
import type { Deps } from '../deps.ts';
import { addressOf, sealedAddress } from './address.ts';
import { MailSettingEntity } from './mail-setting.entity.ts';
import { presentSettings } from './read-settings.ts';
import { sendCode } from './send-code.ts';

/**
 * Saves which e-mails the caller wants, and where. A new address gets nothing but a code until it is verified; the address before it is
 * forgotten. `email.unavailable` without a mail server, `email.code-too-soon` when codes are asked for too often.
 */
export async function saveSettings(
  deps: Deps,
  by: Actor,
  input: NotificationSettingsInput,
): Promise<NotificationSettings> {
  const { accountId } = requireFiler(by);
  return mutate(deps, by, { action: 'notification-settings.save' }, async (change) => {
    const setting = await lockOrCreate(change, accountId, input);
    setting.wanted = input.wanted;
    const email = input.email === undefined ? 'kept' : changeAddress(deps, change, setting, input.email);
    change.record({ subject: accountId, data: { email, wanted: input.wanted } });
    return presentSettings(deps, setting);
  });
}

async function lockOrCreate(
  change: Change,
  accountId: string,
  { wanted }: NotificationSettingsInput,
): Promise<MailSettingEntity> {
  await change.em.execute(
    'insert into mail_setting (account_id, wanted) values (?, ?) on conflict do nothing',
    [accountId, JSON.stringify(wanted)],
    'run',
  );
  return change.lock(MailSettingEntity, { accountId });
}

function changeAddress(
  deps: Deps,
  change: Change,
  setting: MailSettingEntity,
  address: string | null,
): 'kept' | 'removed' | 'changed' {
  if (address === (addressOf(deps, setting) ?? null)) return 'kept';
  Object.assign(setting, { sealed: null, verifiedAt: null, verificationId: null, codeExpiresAt: null });
  if (address === null) return 'removed';
  if (!deps.mail) throw problem('email.unavailable');
  setting.sealed = sealedAddress(deps, setting.accountId, address);
  sendCode(deps, change, setting);
  return 'changed';
}
