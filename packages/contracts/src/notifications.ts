import { z } from 'zod';
import { Id, listOf, PageQuery, Timestamp } from './common.ts';
import { applicationKinds, notificationEntries, type NotificationGroup } from './vocabulary.ts';

export const InboxQuery = PageQuery.extend({ unread: z.enum(['true', 'false']).optional() });
export type InboxQuery = z.infer<typeof InboxQuery>;

/** One entry of an application's timeline, a draft that waits, news of a delegation or of an API credential, as it is told to one reader, in the language of the request. */
export const InboxItem = z
  .object({
    id: Id,
    entry: z.enum(notificationEntries),
    /** Absent for a delegation and an API credential. */
    kind: z.enum(applicationKinds).optional(),
    title: z.string(),
    text: z.string(),
    /** Absent for a draft, a delegation and an API credential. */
    applicationId: Id.optional(),
    applicationNumber: z.string().optional(),
    /** Path of the page where the reader goes on. */
    link: z.string(),
    at: Timestamp,
    read: z.boolean(),
  })
  .meta({ id: 'InboxItem', description: '站内消息' });
export type InboxItem = z.infer<typeof InboxItem>;
/** `unread` counts the whole inbox, whatever the filter. */
export const Inbox = z.object({ ...listOf(InboxItem).shape, unread: z.int() }).meta({ id: 'Inbox' });
export type Inbox = z.infer<typeof Inbox>;

/** What an event named `inbox` of the stream says: how many are unread now, and which came since the last one, oldest first. */
export const InboxNews = z
  .object({ unread: z.int(), items: z.array(Id) })
  .meta({ id: 'InboxNews', description: '消息动态' });
export type InboxNews = z.infer<typeof InboxNews>;

const Wanted = z
  .strictObject({
    outcome: z.boolean(),
    deadline: z.boolean(),
    progress: z.boolean(),
  } satisfies Record<NotificationGroup, z.ZodBoolean>)
  .meta({ id: 'WantedMails', description: '邮件通知' });

export const NotificationSettings = z
  .object({
    /** Unavailable: this installation has no mail server, or no SMS provider. */
    mail: z.enum(['available', 'unavailable']),
    sms: z.literal('unavailable'),
    /** Masked. */
    email: z.string().optional(),
    emailVerified: z.boolean(),
    /** Until when the code that was sent serves. */
    codeExpiresAt: Timestamp.optional(),
    wanted: Wanted,
  })
  .meta({ id: 'NotificationSettings', description: '通知设置' });
export type NotificationSettings = z.infer<typeof NotificationSettings>;

/** `email`: left out it stays, null removes it, a new one is sent a code before anything else. */
export const NotificationSettingsInput = z
  .strictObject({
    email: z
      .string()
      .trim()
      .max(254)
      .regex(z.regexes.email, { error: 'email.format' })
      .nullable()
      .optional()
      .meta({ description: '电子邮箱' }),
    wanted: Wanted,
  })
  .meta({ id: 'NotificationSettingsInput', description: '通知设置' });
export type NotificationSettingsInput = z.infer<typeof NotificationSettingsInput>;

export const EmailVerification = z
  .strictObject({
    code: z
      .string()
      .trim()
      .regex(/^\d{6}$/, { error: 'email.code-format' })
      .meta({ description: '验证码' }),
  })
  .meta({ id: 'EmailVerification', description: '邮箱验证' });
export type EmailVerification = z.infer<typeof EmailVerification>;
