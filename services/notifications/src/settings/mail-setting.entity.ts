import { defineEntity, p } from '@mikro-orm/core';
import type { NotificationSettings } from '@beian/contracts/notifications.ts';

const MailSettingSchema = defineEntity({
  name: 'MailSetting',
  tableName: 'mail_setting',
  properties: {
    accountId: p.uuid().primary(),
    /** The address. */
    sealed: p.blob().nullable(),
    verifiedAt: p.datetime().nullable(),
    /** The code that was sent last: the code itself is not kept, it follows from this id and a key. */
    verificationId: p.uuid().nullable(),
    codeExpiresAt: p.datetime().nullable(),
    codeTries: p.integer(),
    codeSentAt: p.datetime().nullable(),
    /** How many codes went out since when: nobody's mailbox is to be filled from here. */
    codesSince: p.datetime().nullable(),
    codes: p.integer(),
    wanted: p.json().$type<NotificationSettings['wanted']>(),
  },
});
/** Where an account wants its e-mails, and which. */
export class MailSettingEntity extends MailSettingSchema.class {}
MailSettingSchema.setClass(MailSettingEntity);
