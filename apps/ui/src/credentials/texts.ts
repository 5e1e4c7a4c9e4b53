/** Texts of a secret that was just made. */
export const texts = {
  shown: { zh: '已新增“{name}”的凭证', en: 'The credential of “{name}” is made' },
  once: {
    zh: '密钥只在此处显示一次，离开本页后不能再查看。请立即保存到程序的配置中。',
    en: 'The secret is shown here once and never again. Put it into the configuration of your program now.',
  },
  id: { zh: '凭证编号（client_id）', en: 'Credential (client_id)' },
  secret: { zh: '密钥（client_secret）', en: 'Secret (client_secret)' },
  copy: { zh: '复制', en: 'Copy' },
  copyOf: { zh: '复制{what}', en: 'Copy: {what}' },
  copied: { zh: '已复制', en: 'Copied' },
  notCopied: {
    zh: '浏览器不允许复制，请选中后手动复制。',
    en: 'The browser refuses to copy: select it and copy by hand.',
  },
  saved: { zh: '我已保存', en: 'I have saved it' },
  lost: { zh: '密钥没有送达', en: 'The secret has not arrived' },
  lostWhy: {
    zh: '凭证此前已经新增，但密钥只发送一次，没有到达本页。请撤销该凭证，重新新增。',
    en: 'The credential was made before, and its secret, which is sent once, did not reach this page. Revoke it and make another.',
  },
  another: { zh: '重新新增', en: 'Make another' },
} as const;
