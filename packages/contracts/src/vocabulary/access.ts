import type { Labels } from './label.ts';

/** What of somebody was read. */
export const accessKinds = ['personal_data', 'document'] as const;
export type AccessKind = (typeof accessKinds)[number];
export const accessKindLabels: Labels<AccessKind> = {
  personal_data: { zh: '查看姓名、电话等个人信息', en: 'Names, phone and other personal data' },
  document: { zh: '打开文件', en: 'A file was opened' },
};

/** Who reads in somebody else's data: staff of an organ, or whom the holder let act or read. */
export const accessReaders = ['staff', 'agent', 'reader'] as const;
export type AccessReader = (typeof accessReaders)[number];
export const accessReaderLabels: Labels<AccessReader> = {
  staff: { zh: '公安机关工作人员', en: 'Staff of an organ' },
  agent: { zh: '您的委托代理人', en: 'Your agent' },
  reader: { zh: '您的只读查看人', en: 'Your reader' },
};
