import type { Labels } from './label.ts';

export const accountKinds = ['personal', 'legal_person', 'staff'] as const;
export type AccountKind = (typeof accountKinds)[number];
export const accountKindLabels: Labels<AccountKind> = {
  personal: { zh: '个人用户', en: 'Personal user' },
  legal_person: { zh: '法人用户', en: 'Legal-person user' },
  staff: { zh: '工作人员', en: 'Staff' },
};

/** Who files: a signed-in user, somebody without sign-in (an appeal), or a clerk for a filing on paper. */
export const filerKinds = ['personal', 'legal_person', 'public', 'paper'] as const;
export type FilerKind = (typeof filerKinds)[number];
export const filerKindLabels: Labels<FilerKind> = {
  personal: { zh: '个人用户', en: 'Personal user' },
  legal_person: { zh: '法人用户', en: 'Legal-person user' },
  public: { zh: '未登录', en: 'Without sign-in' },
  paper: { zh: '线下办理', en: 'On paper' },
};

export const staffRoles = [
  'reviewer',
  'senior_reviewer',
  'supervisor',
  'content_editor',
  'auditor',
  'operator',
] as const;
export type StaffRole = (typeof staffRoles)[number];
export const staffRoleLabels: Labels<StaffRole> = {
  reviewer: { zh: '审核员', en: 'Reviewer' },
  senior_reviewer: { zh: '复核员', en: 'Senior reviewer' },
  supervisor: { zh: '督办员', en: 'Supervisor' },
  content_editor: { zh: '内容编辑', en: 'Content editor' },
  auditor: { zh: '审计员', en: 'Auditor' },
  operator: { zh: '运维员', en: 'Operator' },
};

export const organLevels = ['county', 'city', 'province', 'national'] as const;
export type OrganLevel = (typeof organLevels)[number];
