import { correctableFieldLabels as fields } from '@beian/contracts/correctable-fields.ts';
import type { Label } from '@beian/contracts/vocabulary.ts';

/** Texts of 申诉 (手册 4.7). */
export const texts = {
  title: { zh: '申诉', en: 'Appeal' },
  intro: {
    zh: '对备案过程中的特殊情况，如用户注册登录问题、备案信息归属等，可以申诉。请上传加盖公章的证明材料，由受理机关两名工作人员先后审核后作出决定。',
    en: 'For what goes wrong around filings, such as signing in or whose a filing is. Upload sealed evidence; two people of the organ review it one after the other.',
  },
  publicIntro: {
    zh: '无法登录的，可以在这里申诉。提交后得到查询码，凭查询码查询进度和决定。',
    en: 'For who cannot sign in. You get a tracking code, and with it the progress and the answer.',
  },
  ground: { zh: '申诉事由', en: 'Ground' },
  number: { zh: '备案编号', en: 'Filing number' },
  numberHint: {
    zh: '归属申诉填写有争议的备案编号；其他事由可以不填，或者填写本账号的备案编号',
    en: 'Of the disputed filing; on other grounds none, or one of this account',
  },
  publicNumberHint: {
    zh: '归属申诉须填写有争议的备案编号；其他事由可以不填',
    en: 'Of the disputed filing; on other grounds it may be left out',
  },
  place: { zh: '受理申诉的地区', en: 'Where the appeal is for' },
  placeHint: {
    zh: '未填写备案编号的，由该区县公安机关受理',
    en: "Without a filing number, that county's organ answers",
  },
  descriptionHint: { zh: '写明事实、理由和请求', en: 'What happened, why it is wrong, what you ask for' },
  evidence: { zh: '证明材料 {n}', en: 'Evidence {n}' },
  evidenceHint: {
    zh: '加盖公章的扫描件或照片，PDF、JPG 或 PNG，每份小于 10MB，最多 5 份。',
    en: 'Sealed scans or photos, PDF, JPG or PNG, each under 10 MB, at most 5.',
  },
  publicEvidenceHint: {
    zh: '加盖公章的扫描件或照片，PDF、JPG 或 PNG，最多 2 份，合计小于 10MB。',
    en: 'Sealed scans or photos, PDF, JPG or PNG, at most 2, together under 10 MB.',
  },
  choose: { zh: '点击上传附件', en: 'Upload files' },
  remove: { zh: '删除 {name}', en: 'Remove {name}' },
  removeShort: { zh: '删除', en: 'Remove' },
  contactName: { zh: '联系人姓名', en: 'Your name' },
  contactPhone: { zh: '联系电话', en: 'Your mobile number' },
  contactHint: { zh: '加密保存，只用于回复申诉', en: 'Kept encrypted, only to answer you' },
  captcha: { zh: '验证', en: 'Captcha' },
  submit: { zh: '申诉', en: 'Lodge the appeal' },
  sending: { zh: '正在提交，已上传 {percent}%', en: 'Sending, {percent} % uploaded' },
  cannotSignIn: { zh: '无法登录？不登录申诉', en: 'You cannot sign in? Appeal without' },
  canSignIn: { zh: '可以登录的，请登录后申诉', en: 'If you can sign in, appeal there' },
  trackLink: { zh: '查询申诉进度', en: 'Follow an appeal' },
  lodged: { zh: '申诉已提交', en: 'The appeal is lodged' },
  acceptance: { zh: '受理号', en: 'Acceptance number' },
  code: { zh: '查询码', en: 'Tracking code' },
  codeOnce: {
    zh: '查询码只显示这一次，请妥善保存，不要告诉他人。申诉成立并变更持有人的，凭查询码接收备案。',
    en: 'Shown only now: keep it and tell nobody. If the filing is awarded to you, it is claimed with this code.',
  },
  tracking: { zh: '申诉进度查询', en: 'Follow an appeal' },
  trackingIntro: { zh: '输入提交申诉时得到的查询码。', en: 'Enter the tracking code that you were given.' },
  track: { zh: '查询', en: 'Look up' },
  timeline: { zh: '办理进度', en: 'Progress' },
  claimTitle: { zh: '接收备案', en: 'Take the filing' },
  claimText: {
    zh: '申诉成立，备案归申诉人持有。登录后凭查询码接收到账号名下。',
    en: 'The filing is awarded to the appellant. Sign in and take it into your account with this code.',
  },
  claim: { zh: '接收到当前账号', en: 'Take it into this account' },
  claimed: { zh: '备案 {number} 已在当前账号名下', en: 'Filing {number} is held by this account now' },
  was: { zh: '原内容：{value}', en: 'Before: {value}' },
} as const;

/** What the forms call their fields. */
export function labelOf(path: string): Label | undefined {
  const [field = ''] = path.replace(/^appeal\./, '').split('.');
  const labels: Record<string, Label> = {
    ground: texts.ground,
    filingNumber: texts.number,
    countyCode: texts.place,
    description: fields['appeal.description'],
    evidenceIds: fields['appeal.evidenceIds'],
    file: fields['appeal.evidenceIds'],
    contactName: texts.contactName,
    contactPhone: texts.contactPhone,
    captcha: texts.captcha,
    trackingCode: texts.code,
  };
  return labels[field];
}
