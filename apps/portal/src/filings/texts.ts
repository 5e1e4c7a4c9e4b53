/** Texts about the account's filings. */
export const texts = {
  certificate: { zh: '备案回执（PDF）', en: 'Certificate of filing (PDF)' },
  claim: { zh: '认领线下办理的备案', en: 'Claim a filing made on paper' },
  intro: {
    zh: '查询您持有的备案。统一社会信用代码和系统名称都需要填写。',
    en: 'Look up the filings that you hold. Both fields are needed.',
  },
  uscc: { zh: '统一社会信用代码', en: 'Credit code' },
  systemName: { zh: '系统名称', en: 'System name' },
  search: { zh: '查询', en: 'Search' },
  nothing: { zh: '没有符合条件的备案。', en: 'No filing matches.' },
  number: { zh: '备案编号', en: 'Filing number' },
  status: { zh: '备案状态', en: 'Status' },
  organ: { zh: '备案机关', en: 'Organ' },
  registeredAt: { zh: '备案时间', en: 'Filed' },
  unitName: { zh: '单位名称', en: 'Unit' },
  application: { zh: '办理记录', en: 'The application' },
  masked: { zh: '负责人姓名和手机号已脱敏显示。', en: 'Names and phone are masked.' },
  busy: { zh: '正在办理{kind}，受理号 {number}', en: '{kind} under way, application {number}' },
  cancelledAt: { zh: '注销时间 {time}', en: 'Cancelled {time}' },
  transfer: { zh: '申请移交', en: 'Transfer this filing' },
  cancel: { zh: '申请注销', en: 'Cancel this filing' },
} as const;
