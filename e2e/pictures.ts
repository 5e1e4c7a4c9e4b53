/** `npm run pictures`: takes the pictures of the documentation from the platform that runs at BEIAN_URL (http://localhost:8080), wide and narrow. */
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser } from '@playwright/test';
import { Session } from './journey/session.ts';
import { aCast } from './pictures/cast.ts';
import { pictures, type Who } from './pictures/pages.ts';

const baseUrl = process.env['BEIAN_URL'] ?? 'http://localhost:8080';
const folder = process.argv[2] ?? fileURLToPath(new URL('../docs/pictures/', import.meta.url));
/** What people have on their desks and in their hands, in CSS pixels. */
const sizes = { '1440': { width: 1440, height: 900 }, '390': { width: 390, height: 844 } };
const staff = new Set<Who>(['reviewer-nanshan-1', 'senior-nanshan', 'operator', 'editor']);

/** A window of somebody: their session is a cookie of the gateway. */
async function windowOf(browser: Browser, who: Who, viewport: { width: number; height: number }) {
  const context = await browser.newContext({ baseURL: baseUrl, viewport, locale: 'zh-CN' });
  if (who !== 'nobody') {
    const as = staff.has(who) ? 'staff' : 'personal';
    await context.addCookies((await Session.of(baseUrl, who, 'beian-demo', as)).cookies());
  }
  return context;
}

await mkdir(folder, { recursive: true });
const cast = await aCast(baseUrl);
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
    await page.waitForFunction('!document.querySelector("[aria-busy=true]")');
    await steps?.(page);
    await page.evaluate('scrollTo(0, 0)');
    await page.screenshot({ path: `${folder}/${name}-${width}.png`, animations: 'disabled' });
    process.stdout.write(`${name}-${width}.png\n`);
    await context.close();
  }
}
await browser.close();
