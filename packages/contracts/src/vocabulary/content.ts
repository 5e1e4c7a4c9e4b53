import type { Labels } from './label.ts';

/** Categories of the frequently asked questions (M135), in the order in which they are shown. */
export const faqCategories = [
  'duty',
  'account',
  'registration',
  'materials',
  'query',
  'change',
  'cancellation',
  'transfer',
  'appeal',
] as const;
export type FaqCategory = (typeof faqCategories)[number];
export const faqCategoryLabels: Labels<FaqCategory> = {
  duty: { zh: '备案范围与期限', en: 'Who files, and when' },
  account: { zh: '注册与登录', en: 'Accounts and sign-in' },
  registration: { zh: '备案登记', en: 'Registration' },
  materials: { zh: '材料与附件', en: 'Papers and files' },
  query: { zh: '查询', en: 'Look-ups' },
  change: { zh: '变更', en: 'Change' },
  cancellation: { zh: '注销', en: 'Cancellation' },
  transfer: { zh: '移交', en: 'Transfer' },
  appeal: { zh: '申诉', en: 'Appeal' },
};

/** Where a version of a template stands on a day. */
export const templateVersionStates = ['superseded', 'in_force', 'upcoming'] as const;
export type TemplateVersionState = (typeof templateVersionStates)[number];
export const templateVersionStateLabels: Labels<TemplateVersionState> = {
  superseded: { zh: '已被替代', en: 'Superseded' },
  in_force: { zh: '现行', en: 'In force' },
  upcoming: { zh: '尚未生效', en: 'Not in force yet' },
};
