import { kind } from './problem-kind.ts';

/** Inbox and notification settings. */
export const notificationsProblems = {
  'email.unavailable': kind(
    409,
    ['未开通邮件通知', 'No e-mail here'],
    ['本平台未配置邮件服务，请在站内消息中查看。', 'No mail server is set up; read the inbox instead.'],
  ),
  'email.nothing-to-verify': kind(
    409,
    ['没有待验证的邮箱', 'Nothing to verify'],
    ['请先填写电子邮箱并保存。', 'Give an e-mail address and save it first.'],
  ),
  'email.code-too-soon': kind(
    429,
    ['验证码发送过于频繁', 'Too many codes'],
    ['请在 {seconds} 秒后重新获取验证码。', 'Ask for another code in {seconds} seconds.'],
    true,
  ),
} as const;
