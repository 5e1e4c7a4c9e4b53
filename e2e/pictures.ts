/** Takes the pictures of docs/pictures.md from the platform at BEIAN_URL, wide and narrow: `npm run pictures` starts one for it, and fills it. */
import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { chromium, expect, type Browser } from '@playwright/test';
import { baseUrl, personal, staff } from './journey/people.ts';
import { aCast } from './pictures/cast.ts';
import { pictures, type Filer, type Who } from './pictures/pages.ts';

const docs = process.argv[2] ?? fileURLToPath(new URL('../docs', import.meta.url));
const folder = `${docs}/pictures`;
/** What people have on their desks and in their hands, in CSS pixels. */
const sizes = { '1440': { width: 1440, height: 900 }, '390': { width: 390, height: 844 } };
const filers: readonly Who[] = ['zhangwei', 'lina'] satisfies Filer[];

/** A window of somebody: their session is a cookie of the gateway. */
async function windowOf(browser: Browser, who: Who, viewport: { width: number; height: number }) {
  const context = await browser.newContext({ baseURL: baseUrl, viewport, locale: 'zh-CN' });
  if (who !== 'nobody') await context.addCookies((await (filers.includes(who) ? personal(who) : staff(who))).cookies());
  return context;
}

await mkdir(folder, { recursive: true });
const cast = await aCast();
const browser = await chromium.launch({
  executablePath: process.env['BEIAN_CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-dev-shm-usage'],
});
for (const { name, who, at, steps } of pictures) {
  for (const [width, viewport] of Object.entries(sizes)) {
    const context = await windowOf(browser, who, viewport);
    const page = await context.newPage();
    await page.goto(at(cast));
    await page.locator('h1').waitFor();
    await expect(page.locator('[aria-busy=true]')).toHaveCount(0, { timeout: 30_000 });
    await steps?.(page);
    await page.evaluate('scrollTo(0, 0)');
    await page.screenshot({ path: `${folder}/${name}-${width}.png`, animations: 'disabled' });
    process.stdout.write(`${name}-${width}.png\n`);
    await context.close();
  }
}
await browser.close();
const rows = pictures.map(
  ({ name, title }) =>
    `## ${title}\n\n| 1440 px | 390 px |\n|---|---|\n| ![${title}](pictures/${name}-1440.png) | ![${title}, on a phone](pictures/${name}-390.png) |\n`,
);
await writeFile(
  `${docs}/pictures.md`,
  `# Pictures\n\nThe main pages, taken by \`npm run pictures\`, which also writes this page.\n\n${rows.join('\n')}`,
);
