import { defineEntity, p } from '@mikro-orm/core';

export type DeliveryState = 'queued' | 'sent' | 'failed' | 'given_up';

const DeliverySchema = defineEntity({
  name: 'Delivery',
  tableName: 'delivery',
  properties: {
    id: p.uuid().primary(),
    channel: p.string().$type<'email' | 'sms'>(),
    template: p.string().$type<'notification' | 'email_code'>(),
    accountId: p.uuid(),
    notificationId: p.uuid().nullable(),
    verificationId: p.uuid().nullable(),
    /** `failed` is tried again, `given_up` is not. */
    state: p.string().$type<DeliveryState>(),
    attempts: p.integer(),
    nextAttemptAt: p.datetime(),
    /** A code: what servers say may hold the address. */
    lastError: p.string().nullable(),
    createdAt: p.datetime(),
    sentAt: p.datetime().nullable(),
  },
});
/** Something that goes out of the platform. Address and number are not here: they are looked up when it is sent. */
export class DeliveryEntity extends DeliverySchema.class {}
DeliverySchema.setClass(DeliveryEntity);
