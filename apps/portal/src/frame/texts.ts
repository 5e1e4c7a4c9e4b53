/** Texts of the portal's frame. */
export const portal = {
  name: { zh: '公共安全视频图像信息系统备案', en: 'Filing of public-safety video systems' },
  home: { zh: '首页', en: 'Home' },
  register: { zh: '备案登记', en: 'Register' },
  cancel: { zh: '注销', en: 'Cancel a filing' },
  transfer: { zh: '移交', en: 'Transfer' },
  incomingTransfers: { zh: '移交接收', en: 'Incoming transfers' },
  applications: { zh: '业务查询', en: 'My applications' },
  filings: { zh: '备案信息查询', en: 'My filings' },
  delegations: { zh: '授权管理', en: 'Authorisations' },
  drafts: { zh: '草稿箱', en: 'Drafts' },
  publicQuery: { zh: '公共查询', en: 'Public query' },
  faq: { zh: '常见问题', en: 'Questions' },
  notices: { zh: '公告', en: 'Notices' },
  downloads: { zh: '下载', en: 'Downloads' },
  review: { zh: '审核端', en: 'Approval UI' },
  footer: {
    zh: '依据《公共安全视频图像信息系统管理条例》（国务院令第 799 号）',
    en: 'Under the Regulation on Public-Safety Video Systems (State Council Order 799)',
  },
  signInPersonal: { zh: '个人用户登录', en: 'Sign in as a personal user' },
  signInLegal: { zh: '法人用户登录', en: 'Sign in as a legal person' },
  signInFirst: { zh: '请先登录', en: 'Sign in first' },
  signInWhy: {
    zh: '登录后可以登记、查询和补正备案。登录后将回到本页。',
    en: 'Sign in to file, look up and correct. You come back to this page.',
  },
} as const;
