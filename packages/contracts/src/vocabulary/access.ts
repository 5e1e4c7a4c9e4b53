import type { Labels } from './label.ts';

/** What of somebody was read. */
export const accessKinds = ['personal_data', 'document', 'filing_facts'] as const;
export type AccessKind = (typeof accessKinds)[number];
export const accessKindLabels: Labels<AccessKind> = {
  personal_data: { zh: '查看姓名、电话等个人信息', en: 'Names, phone and other personal data' },
  document: { zh: '打开文件', en: 'A file was opened' },
  filing_facts: { zh: '查询备案情况（不含个人信息）', en: 'Facts of the filing, no personal data' },
};

/** Who reads in somebody else's data: staff of an organ, whom the holder let act or read, or another department by the sharing API. */
export const accessReaders = ['staff', 'agent', 'reader', 'department'] as const;
export type AccessReader = (typeof accessReaders)[number];
export const accessReaderLabels: Labels<AccessReader> = {
  staff: { zh: '公安机关工作人员', en: 'Staff of an organ' },
  agent: { zh: '您的委托代理人', en: 'Your agent' },
  reader: { zh: '您的只读查看人', en: 'Your reader' },
  department: { zh: '其他部门', en: 'Another department' },
};
