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
export const organLevelLabels: Labels<OrganLevel> = {
  county: { zh: '县级', en: 'County' },
  city: { zh: '市级', en: 'City' },
  province: { zh: '省级', en: 'Province' },
  national: { zh: '国家级', en: 'National' },
};

/** What an organ is there for: the organs of governments, branches in development zones, and those of a trade (I04). */
export const organKinds = ['territorial', 'zone', 'railway', 'aviation', 'port'] as const;
export type OrganKind = (typeof organKinds)[number];
export const organKindLabels: Labels<OrganKind> = {
  territorial: { zh: '地方公安机关', en: 'Of a government' },
  zone: { zh: '开发区公安机关', en: 'Of a development zone' },
  railway: { zh: '铁路公安机关', en: 'Railway' },
  aviation: { zh: '民航公安机关', en: 'Civil aviation' },
  port: { zh: '港航公安机关', en: 'Port and shipping' },
};
/** Kinds that an operator may add; the organs of governments come with the divisions. */
export const addedOrganKinds = ['zone', 'railway', 'aviation', 'port'] as const satisfies readonly OrganKind[];
export type AddedOrganKind = (typeof addedOrganKinds)[number];
