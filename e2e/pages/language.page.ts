import type { BrowserContext } from '@playwright/test';

export type Language = 'zh-CN' | 'en';

/** A browser whose reader chose a language on the last visit. */
export const withLanguage = (context: BrowserContext, language: Language): Promise<unknown> =>
  context.addInitScript(`try { localStorage.setItem('beian.language', '${language}') } catch {}`);
