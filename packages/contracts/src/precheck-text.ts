import type { ArticleNumber } from './precheck.ts';
import type { Label } from './vocabulary.ts';

/** What a finding says: which article, word for word, what was found and what to do. `warning` is worth a careful look, `notice` a short one. */
export type PrecheckText = {
  article: ArticleNumber;
  clause: Label;
  /** Quoted from the article. */
  quote: string;
  severity: 'warning' | 'notice';
  message: Label;
  advice: Label;
};

export const article14 = { zh: '第十四条第一款', en: 'Article 14 ¶1' } as const;
