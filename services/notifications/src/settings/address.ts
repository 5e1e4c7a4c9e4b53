import { z } from 'zod';
import type { Sealer } from '@beian/service-kit/sealing.ts';
import type { MailSettingEntity } from './mail-setting.entity.ts';

const contextOf = (accountId: string) => ({ table: 'mail_setting', column: 'sealed', row: accountId });

/** The address of a setting, opened; undefined when there is none. */
export const addressOf = (
  { sealer }: { sealer: Sealer },
  { accountId, sealed }: Pick<MailSettingEntity, 'accountId' | 'sealed'>,
): string | undefined => (sealed ? z.string().parse(sealer.unseal(sealed, contextOf(accountId))) : undefined);

export const sealedAddress = ({ sealer }: { sealer: Sealer }, accountId: string, address: string): Buffer =>
  sealer.seal(address, contextOf(accountId));
