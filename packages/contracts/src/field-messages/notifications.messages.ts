import type { Label } from '../vocabulary.ts';

/** The form of notification settings. */
export const notificationsMessages: Readonly<Record<string, Label>> = {
  'email.format': {
    zh: '请填写有效的电子邮箱，例如 name@example.com。',
    en: 'Give an e-mail address such as name@example.com.',
  },
  'email.code-format': { zh: '请填写邮件中的 6 位数字。', en: 'Give the 6 digits from the mail.' },
  'email.code-wrong': {
    zh: '验证码不正确，还可以尝试 {left} 次。',
    en: 'The code is wrong; {left} more tries.',
  },
  'email.code-void': {
    zh: '验证码已失效，请重新获取。',
    en: 'This code is no longer valid; ask for a new one.',
  },
};
