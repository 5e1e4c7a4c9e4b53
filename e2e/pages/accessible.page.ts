import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Nothing that axe finds against WCAG 2.2 AA, once the page has loaded and is still. */
export async function expectAccessible(page: Page, where: string): Promise<void> {
  await expect(page.locator('[aria-busy="true"]'), where).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1 }), where).toHaveCount(1);
  // What fades in is judged when it is there.
  await page.evaluate('Promise.allSettled(document.getAnimations().map((one) => one.finished))');
  const { violations } = await new AxeBuilder({ page }).withTags(wcag).analyze();
  const said = violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
  expect(said, where).toEqual([]);
}
