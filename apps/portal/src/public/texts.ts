/** Texts of the pages that everybody may read. */
export const texts = {
  search: { zh: '搜索常见问题', en: 'Search the questions' },
  find: { zh: '搜索', en: 'Search' },
  categories: { zh: '分类', en: 'Categories' },
  all: { zh: '全部', en: 'All' },
  found: { zh: '找到 {count} 个问题', en: '{count} questions found' },
  nothing: {
    zh: '没有找到相关问题，请换一种说法，或者查看全部。',
    en: 'No question matches. Try other words, or see all of them.',
  },
  noNotices: { zh: '目前没有公告。', en: 'There are no notices at present.' },
  pinned: { zh: '置顶', en: 'Pinned' },
  toNotices: { zh: '返回公告列表', en: 'Back to the notices' },
  downloadsIntro: {
    zh: '下列模板不需要登录即可下载。请使用现行版本；需要盖章的，填写打印并加盖公章后扫描上传。',
    en: 'Everybody may download these. Use the version in force; what needs a seal is filled in, printed, sealed, scanned and uploaded.',
  },
  template: { zh: '模板', en: 'Template' },
  version: { zh: '版本', en: 'Version' },
  effectiveFrom: { zh: '生效日期', en: 'In force from' },
  size: { zh: '大小', en: 'Size' },
  kilobytes: { zh: '{size} KB', en: '{size} KB' },
  state: { zh: '状态', en: 'State' },
  versions: { zh: '全部版本', en: 'All versions' },
  versionsOf: { zh: '{name}的全部版本', en: 'All versions: {name}' },
  number: { zh: '第 {version} 版', en: 'Version {version}' },
  note: { zh: '更新说明', en: 'What is new' },
} as const;

/** What the pages where QR codes lead say of the signature of a receipt (N7). */
export const signatureTexts = {
  receipt: { zh: '回执签名', en: 'Signature of the receipt' },
  genuine: { zh: '有效，签发于 {time}', en: 'Valid, issued {time}' },
  forged: { zh: '回执签名无效', en: 'The receipt is not genuine' },
} as const;
