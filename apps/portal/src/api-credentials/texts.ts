/** Texts of 接口凭证 (0042). */
export const texts = {
  title: { zh: '接口凭证', en: 'API credentials' },
  intro: {
    zh: '接口凭证供您或者本单位的程序登录平台接口，以本账号的名义提交和查询。程序不能注销、移交、接收移交、授权或者管理凭证，这些须由本人登录办理。',
    en: 'With an API credential a program of yours signs in to the API, and files and looks up in the name of this account. It cannot cancel, transfer, accept a transfer, delegate or keep credentials: for these a person signs in.',
  },
  care: {
    zh: '凭证等同于本账号，请勿外传，也不要写入程序代码。不再使用或者可能泄露的，请立即撤销；【退出所有设备】不会撤销凭证。',
    en: 'A credential stands for the account: hand it to nobody and keep it out of source code. Revoke it at once when it is not used any more or may have leaked; signing out everywhere does not revoke it.',
  },
  manual: { zh: '接口说明', en: 'Description of the API' },
  list: { zh: '我的接口凭证', en: 'My API credentials' },
  none: { zh: '没有接口凭证。', en: 'No API credentials.' },
  name: { zh: '程序名称', en: 'Name of the program' },
  nameHint: {
    zh: '便于您区分，例如“门店巡检系统”；请勿填写个人姓名。',
    en: 'For you to tell them apart, such as “shop inspections”; not the name of a person.',
  },
  made: { zh: '新增时间', en: 'Made' },
  lastUsed: { zh: '最近使用', en: 'Last used' },
  never: { zh: '尚未使用', en: 'Not yet' },
  validUntil: { zh: '有效期至', en: 'Valid until' },
  status: { zh: '状态', en: 'State' },
  actions: { zh: '操作', en: 'Actions' },
  revoke: { zh: '撤销', en: 'Revoke' },
  revokeOf: { zh: '撤销“{name}”的凭证', en: 'Revoke the credential of “{name}”' },
  sure: {
    zh: '撤销后不能恢复：程序不能再取得令牌，已取得的令牌最迟五分钟后失效。',
    en: 'It cannot be undone: the program gets no token any more, and one that it has ends within five minutes.',
  },
  revoked: { zh: '已撤销凭证', en: 'Revoked' },
  newOne: { zh: '新增接口凭证', en: 'Make an API credential' },
  validDays: { zh: '有效天数', en: 'Days that it is valid' },
  validDaysHint: { zh: '1 至 365 天。同时有效的凭证最多 10 个。', en: '1 to 365. Ten are valid at a time at most.' },
  days: { zh: '天', en: 'days' },
  submit: { zh: '新增凭证', en: 'Make it' },
} as const;
