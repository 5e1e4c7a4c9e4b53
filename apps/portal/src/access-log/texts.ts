/** Texts of 谁看过我的信息. */
export const texts = {
  what: {
    zh: '您在备案中填写的姓名、电话默认遮盖显示。工作人员查看完整信息必须说明目的，每次查看、每次打开您的文件都记录在此，您可以随时查阅（《个人信息保护法》第四十五条）。',
    en: 'Names and phones that you file are shown masked. Staff must state a purpose to read them in full. Each time they do, and each time a file of yours is opened, it is listed here (Personal Information Protection Law, art. 45).',
  },
  delegates: {
    zh: '您授权的代理人、查看人打开您的文件时同样记录。不列出工作人员姓名；如对某次查看有疑问，可凭时间和受理号向该机关查询。其他部门经数据共享接口查询您的备案时也会列出：只提供备案情况，不含姓名、电话和设备位置。',
    en: 'Files that your agents and readers open are listed too. Officers are not named: ask the organ, with time and application number, about a read that you wonder about. Other departments that ask for your filings are listed as well: they read facts of the filing, no names, phones or places of cameras.',
  },
  table: { zh: '查看记录', en: 'Reads' },
  time: { zh: '时间', en: 'Time' },
  who: { zh: '谁', en: 'Who' },
  seen: { zh: '看了什么', en: 'What was seen' },
  purpose: { zh: '目的', en: 'Purpose' },
  of: { zh: '涉及的业务', en: 'Of' },
  review: { zh: '办理该业务', en: 'Handling of the case' },
  acting: { zh: '按您的授权办理或查阅', en: 'As you authorised' },
  none: { zh: '还没有人查看过您的信息', en: 'Nobody has looked at your data yet' },
  noneWhy: {
    zh: '有工作人员查看您的个人信息或打开您的文件时，记录会出现在这里。',
    en: 'When staff reads your personal data or opens a file of yours, it appears here.',
  },
} as const;
