/** Texts of 注销 (手册 4.5). */
export const texts = {
  title: { zh: '备案注销', en: 'Cancel a filing' },
  intro: {
    zh: '系统拆除或者不再使用的，注销其备案。经公安机关审核通过后生效，备案编号不再出现在公共查询中；备案记录保留。',
    en: 'For a system that was removed or is no longer used. It takes effect when the organ approves: the number leaves the public query, the record stays.',
  },
  number: { zh: '备案编号', en: 'Filing number' },
  numberHint: { zh: '15 位数字，见备案信息查询', en: '15 digits, see “My filings”' },
  reasonHint: {
    zh: '例如：系统已于 2026 年 11 月 1 日拆除',
    en: 'For example: the system was removed on 1 November 2026',
  },
  authorisationHint: {
    zh: '加盖公章的扫描件或照片，PDF、JPG 或 PNG，小于 100KB。',
    en: 'A sealed scan or photo, PDF, JPG or PNG under 100 KB.',
  },
  template: { zh: '下载委托办理备案注销授权书模板', en: 'Download the template of the authorisation' },
  submit: { zh: '提交注销申请', en: 'Submit the cancellation' },
  sureTitle: { zh: '确认注销', en: 'Confirm the cancellation' },
  sure: {
    zh: '确认申请注销备案 {number}？注销生效后不能恢复。',
    en: 'Ask for the cancellation of {number}? Once in effect it cannot be undone.',
  },
} as const;
