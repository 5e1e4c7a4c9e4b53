/** Texts of 移交 and 移交接收 (手册 4.6). */
export const texts = {
  title: { zh: '备案移交', en: 'Transfer a filing' },
  intro: {
    zh: '系统管理单位变更的，将备案移交给新的持有人。公安机关审核通过后，由移入人在“移交接收”中确认；移入人接收后，您不再具有该备案的操作权限。',
    en: 'For a system that somebody else manages from now on. Once the organ has approved, the recipient confirms under “Incoming transfers”; from then on the filing is no longer yours.',
  },
  number: { zh: '备案编号', en: 'Filing number' },
  numberHint: { zh: '15 位数字，见备案信息查询', en: '15 digits, see “My filings”' },
  nameHint: { zh: '与身份证一致', en: 'As on the ID card' },
  idNumberHint: {
    zh: '18 位身份证号码。移入人尚未注册的，首次登录后即可看到该移交。',
    en: '18 characters. Somebody without an account finds the transfer at the first sign-in.',
  },
  descriptionHint: { zh: '例如：物业管理单位变更', en: 'For example: another company manages the building now' },
  formHint: {
    zh: '加盖公章的扫描件或照片，PDF、JPG 或 PNG，小于 100KB。',
    en: 'A sealed scan or photo, PDF, JPG or PNG under 100 KB.',
  },
  template: { zh: '下载备案移交申请表模板', en: 'Download the template of the form' },
  submit: { zh: '提交移交申请', en: 'Submit the transfer' },
  sureTitle: { zh: '确认移交', en: 'Confirm the transfer' },
  sure: {
    zh: '确认申请移交备案 {number}？移入人接收后，您不再具有该备案的操作权限。',
    en: 'Ask for the transfer of {number}? Once the recipient has accepted, you have no right over it.',
  },

  incomingIntro: {
    zh: '他人移交给您的备案，按姓名和身份证号码与本账号关联。请在期限前接收或拒绝接收。',
    en: 'Filings that somebody hands over to you, found by your name and ID number. Accept or refuse before the deadline.',
  },
  nothing: { zh: '没有移交给您的备案。', en: 'Nobody hands a filing over to you.' },
  filing: { zh: '备案编号 {number}', en: 'Filing {number}' },
  application: { zh: '受理号', en: 'Acceptance number' },
  from: { zh: '移出方', en: 'From' },
  unit: { zh: '单位名称', en: 'Unit' },
  organ: { zh: '备案机关', en: 'Organ' },
  description: { zh: '移交说明', en: 'Description' },
  dueAt: { zh: '接收期限', en: 'Answer before' },
  accept: { zh: '接收', en: 'Accept' },
  decline: { zh: '拒绝接收', en: 'Refuse' },
  acceptOf: { zh: '接收备案 {number}', en: 'Accept filing {number}' },
  declineOf: { zh: '拒绝接收备案 {number}', en: 'Refuse filing {number}' },
  acceptSure: {
    zh: '接收后，您成为该备案的持有人，负责其变更和注销。',
    en: 'You become the holder of the filing and answer for its changes and its end.',
  },
  declineSure: {
    zh: '拒绝后本次移交终止，备案仍由移出方持有。',
    en: 'The transfer ends; the filing stays with its holder.',
  },
  reason: { zh: '拒绝理由（选填，移出方可见）', en: 'Reason (optional; the initiator reads it)' },
  accepted: { zh: '已接收，备案已归入本账号', en: 'Accepted: the filing is yours' },
  declined: { zh: '已拒绝接收', en: 'Refused' },
  recorded: { zh: '已记录，正在处理，请稍后刷新', en: 'Recorded; it is being processed, reload shortly' },
  view: { zh: '查看备案', en: 'See the filing' },
  receipt: { zh: '移交回执（PDF）', en: 'Receipt of transfer (PDF)' },
  more: { zh: '更多', en: 'More' },
} as const;
