import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Nothing that axe finds against WCAG 2.2 AA, once the page has loaded and is still; in the whole page, or in a part of it. */
export async function expectAccessible(page: Page, where: string, part?: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 }), where).toHaveCount(1);
  await expect(page.locator('[aria-busy="true"]'), where).toHaveCount(0);
  // What fades in is judged when it is there.
  await page.evaluate('Promise.allSettled(document.getAnimations().map((one) => one.finished))');
  const axe = new AxeBuilder({ page }).withTags(wcag);
  const { violations } = await (part ? axe.include(part) : axe).analyze();
  const said = violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
  expect(said, where).toEqual([]);
}
