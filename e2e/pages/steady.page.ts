import { setTimeout as sleep } from 'node:timers/promises';
import { expect, type BrowserContext, type Page } from '@playwright/test';

/** Letters of another size, as somebody has set them in the browser: there before anything of the page runs. */
export const withLetters = (context: BrowserContext, percent: number): Promise<unknown> =>
  context.addInitScript(`document.addEventListener('readystatechange', () => {
    document.documentElement.style.fontSize = '${percent}%';
  })`);

const coming = '.skeleton, [aria-busy="true"]';

/** Has every page of a context count how far its content jumps while nobody has done anything (cumulative layout shift), and note whether something was shown as coming. */
export const countShifts = (context: BrowserContext): Promise<unknown> =>
  context.addInitScript(`
    window.moved = 0;
    window.jumps = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        if (entry.hadRecentInput) continue;
        window.moved += entry.value;
        const nodes = entry.sources.map(({ node }) => node?.outerHTML?.slice(0, 100) ?? node?.textContent?.slice(0, 40));
        window.jumps.push(entry.value.toFixed(3) + ' ' + nodes.join(' | '));
      }
    }).observe({ type: 'layout-shift', buffered: true });
    window.waited = false;
    new MutationObserver(() => (window.waited ||= document.querySelector('${coming}') !== null))
      .observe(document, { childList: true, subtree: true });
  `);
export const shiftsOf = async (page: Page): Promise<{ moved: number; jumps: string[]; waited: boolean }> =>
  page.evaluate('({ moved, jumps, waited })');

/** Every answer of the platform takes this long, as over a slow line. */
export const slowPlatform = async (page: Page, ms: number): Promise<void> => {
  await page.route('**/api/**', async (route) => {
    await sleep(ms);
    await route.continue().catch(() => undefined); // the page has gone on
  });
};

/** Opens a page whose shifts are counted: it is seen that something comes, and nothing of it jumps. */
export async function expectSteady(page: Page, path: string): Promise<void> {
  await opened(page, path);
  const { moved, jumps, waited } = await shiftsOf(page);
  expect.soft(waited, path).toBe(true);
  expect.soft(moved, `${path}: ${jumps.join('\n')}`).toBeLessThan(0.1);
}

/** Opens a page and waits until all of it is there. */
export async function opened(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await arrived(page, path);
}
/** Waits until nothing is shown as coming any more. */
export async function arrived(page: Page, where: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 }), where).toHaveCount(1);
  await expect(page.locator(coming), where).toHaveCount(0);
}

/** Goes on after a failure. */
const softly = expect.configure({ soft: true });

/**
 * Nothing is lost to the right: the page does not scroll sideways, nothing stands outside of it, and no words are cut off. What is made to be
 * scrolled by itself (wide tables, long lists) may hold more than it shows (WCAG 1.4.4, 1.4.10).
 */
export async function expectAllInSight(page: Page, where: string): Promise<void> {
  const lost = () =>
    page.evaluate<string[]>(`{
    const scrolls = (element) => {
      for (let one = element; one && one !== document.body; one = one.parentElement)
        if (['auto', 'scroll'].includes(getComputedStyle(one).overflowX)) return true;
      return false;
    };
    const shown = [...document.querySelectorAll('header *, main *, footer *')].filter(
      (one) => one.checkVisibility() && !one.closest('.visually-hidden, .file-input, svg, [aria-hidden="true"]') && !scrolls(one),
    );
    const name = (why, one) => why + ': ' + one.outerHTML.slice(0, 140);
    const cut = (one) => {
      return ['hidden', 'clip'].includes(getComputedStyle(one).overflowX) && one.scrollWidth > one.clientWidth + 1 && one.textContent.trim() !== '';
    };
    [
      ...(document.documentElement.scrollWidth > innerWidth ? ['the page is ' + document.documentElement.scrollWidth + ' wide'] : []),
      ...shown.filter((one) => one.getBoundingClientRect().right > innerWidth + 1).map((one) => name('outside', one)),
      ...shown.filter(cut).map((one) => name('cut', one)),
    ].slice(0, 5);
  }`);
  // A page that has all it shows may still be measuring it.
  await softly.poll(lost, { message: where, timeout: 10_000 }).toEqual([]);
}
