/** Texts of the notification settings. */
export const texts = {
  settings: { zh: '通知设置', en: 'Notification settings' },
  intro: {
    zh: '所有通知都在【消息】中；验证电子邮箱后，还可以收到邮件。邮件只包含受理号、办理结果和链接。',
    en: 'Everything is in your messages. With a verified address you get e-mails too: number, what happened and a link, nothing else.',
  },
  mailUnavailable: {
    zh: '本平台未配置邮件服务，暂不能发送邮件通知。',
    en: 'No mail server is set up here: no e-mails are sent.',
  },
  smsUnavailable: {
    zh: '本平台未接入短信服务，不会发送短信。',
    en: 'No SMS provider is set up here: no text messages are sent.',
  },
  email: { zh: '电子邮箱', en: 'E-mail' },
  current: { zh: '当前邮箱：{email}', en: 'Address: {email}' },
  verified: { zh: '已验证', en: 'Verified' },
  unverified: { zh: '待验证', en: 'Not verified yet' },
  newEmail: { zh: '电子邮箱地址', en: 'E-mail address' },
  newEmailHint: {
    zh: '保存后会向该邮箱发送验证码；留空则不修改。',
    en: 'A code is sent to it when you save; leave it empty to change nothing.',
  },
  wanted: { zh: '通过邮件通知我', en: 'Send me e-mails about' },
  save: { zh: '保存', en: 'Save' },
  saved: { zh: '已保存', en: 'Saved' },
  remove: { zh: '删除邮箱', en: 'Remove the address' },
  removed: { zh: '邮箱已删除，不再发送邮件', en: 'The address is removed; no e-mails are sent' },
  verify: { zh: '验证邮箱', en: 'Verify the address' },
  codeSent: {
    zh: '验证码已发送至 {email}，{until} 前有效。',
    en: 'A code was sent to {email}; it serves until {until}.',
  },
  code: { zh: '验证码', en: 'Code' },
  sendAgain: { zh: '重新发送验证码', en: 'Send another code' },
  sentAgain: { zh: '已重新发送验证码', en: 'Another code is on its way' },
  verifiedNow: { zh: '邮箱已验证', en: 'The address is verified' },
} as const;
