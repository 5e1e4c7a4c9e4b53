import { defineEntity, p } from '@mikro-orm/core';

const EntrySchema = defineEntity({
  name: 'RegisterEntry',
  tableName: 'register_entry',
  properties: {
    number: p.string().primary(),
    uscc: p.string(),
    organCode: p.string().nullable(),
    registeredAt: p.datetime(),
    version: p.integer(),
    /** The public no longer sees it. */
    cancelledAt: p.datetime().nullable(),
  },
});
/** A completed filing as the public may know it: its number and whose it is. */
export class RegisterEntry extends EntrySchema.class {}
EntrySchema.setClass(RegisterEntry);
