import type { Label, Labels } from './label.ts';

/** The services that write: each keeps a chain of its own. */
export const auditChains = ['filing', 'identity', 'documents', 'public-query', 'notifications'] as const;
export type AuditChain = (typeof auditChains)[number];
export const auditChainLabels: Labels<AuditChain> = {
  filing: { zh: '备案办理', en: 'Filing' },
  identity: { zh: '登录与机关人员', en: 'Sign-in, organs and staff' },
  documents: { zh: '文件与模板', en: 'Files and templates' },
  'public-query': { zh: '公众查询与内容', en: 'Public query and texts' },
  notifications: { zh: '消息通知', en: 'Notifications' },
};

/** Who acts, as an audit entry names the kind. */
export const auditActorKinds = [
  'personal',
  'legal_person',
  'staff',
  'department',
  'service',
  'system',
  'nobody',
] as const;
export type AuditActorKind = (typeof auditActorKinds)[number];
export const auditActorKindLabels: Labels<AuditActorKind> = {
  personal: { zh: '个人用户', en: 'Personal user' },
  legal_person: { zh: '法人用户', en: 'Legal-person user' },
  staff: { zh: '工作人员', en: 'Staff' },
  department: { zh: '其他部门', en: 'Another department' },
  service: { zh: '服务', en: 'Service' },
  system: { zh: '系统', en: 'System' },
  nobody: { zh: '未登录', en: 'Without sign-in' },
};

/** What a check of a chain may find wrong with an entry. */
export const auditFaults = ['altered', 'missing', 'unlinked', 'inserted', 'replaced', 'truncated'] as const;
export type AuditFaultKind = (typeof auditFaults)[number];
export const auditFaultLabels: Labels<AuditFaultKind> = {
  altered: { zh: '内容被改动', en: 'Its content was altered' },
  missing: { zh: '记录被删除', en: 'It was deleted' },
  unlinked: {
    zh: '与前一条不衔接（前面有插入、删除或调换）',
    en: 'It does not follow the one before it: something was inserted, deleted or moved',
  },
  inserted: { zh: '不是服务写入的记录', en: 'The service has not written it' },
  replaced: {
    zh: '与此前公布的链头不符（链被重写）',
    en: 'It contradicts a head published before: the chain was rewritten',
  },
  truncated: { zh: '从此处起的记录被截去', en: 'From here on entries were cut off' },
};

/** The kind of an actor in words; an unknown one shows its code. */
export const auditActorKindLabel = (kind: string): Label =>
  (auditActorKindLabels as Record<string, Label | undefined>)[kind] ?? { zh: kind, en: kind };
