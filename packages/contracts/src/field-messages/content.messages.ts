import type { Label } from '../vocabulary.ts';

/** What the forms of content editors say. */
export const contentMessages: Readonly<Record<string, Label>> = {
  'date.past': { zh: '日期不能早于今天。', en: 'The date cannot be before today.' },
  'notice.period': { zh: '截止日期不能早于生效日期。', en: 'The last day cannot be before the first.' },
};
