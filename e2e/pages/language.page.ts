import { expect, type BrowserContext, type Page } from '@playwright/test';

export type Language = 'zh-CN' | 'en';

/** A browser whose reader chose a language on the last visit. */
export const withLanguage = (context: BrowserContext, language: Language): Promise<unknown> =>
  context.addInitScript(`try { localStorage.setItem('beian.language', '${language}') } catch {}`);

/** Changes the language by its button. */
export const speak = (page: Page, name: 'English' | '中文') => page.getByRole('button', { name, exact: true }).click();
/** What the interface itself says: headings, labels, buttons and links, but not what people filed and not the names of organs. */
export async function expectEnglish(page: Page, where: string): Promise<void> {
  const chinese = async () => {
    const words = await page
      .locator('h1, h2, h3, label, legend, th[scope=col], button, nav a, .hint, footer')
      .allInnerTexts();
    return words.filter((text) => /\p{Script=Han}/u.test(text) && !/中文|海岸城|陈|公安局|\.(pdf|xlsx)/.test(text));
  };
  // What comes from the platform in the reader's language is asked for anew.
  await expect.poll(chinese, where).toEqual([]);
  await expect(page.locator('html'), where).toHaveAttribute('lang', 'en');
  await expect(page, where).not.toHaveTitle(/^[^–]*\p{Script=Han}+.*–.*\p{Script=Han}/u);
}
