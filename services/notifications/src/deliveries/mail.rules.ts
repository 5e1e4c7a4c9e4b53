import { linkOf, wordsOf, type Facts } from '../inbox/notification.rules.ts';

export type Mail = { subject: string; text: string };

/** A mail about a notification, in both languages, for nobody here knows the reader's. A number, what happened, a link: nothing personal. */
export function notificationMail(facts: Facts, publicBaseUrl: string): Mail {
  const [zh, en] = [wordsOf(facts, 'zh-CN'), wordsOf(facts, 'en')];
  return {
    subject: [zh.title, en.title, ...(facts.applicationNumber ? [`(${facts.applicationNumber})`] : [])].join(' '),
    text: [
      zh.text,
      en.text,
      `${publicBaseUrl}${linkOf(facts)}`,
      '本邮件由系统发送，请勿回复。在【消息】-【通知设置】中可以关闭邮件通知。',
      'Sent by the platform, nobody reads answers. Mails can be switched off under Messages – Notification settings.',
    ].join('\n\n'),
  };
}

/** The mail by which an address is verified. */
export const codeMail = (code: string): Mail => ({
  subject: '邮箱验证码 Verification code',
  text: [
    `验证码：${code}，15 分钟内有效。如非本人操作，请忽略本邮件。`,
    `Your code is ${code}, valid for 15 minutes. If you did not ask for it, ignore this mail.`,
  ].join('\n\n'),
});
