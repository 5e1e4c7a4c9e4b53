import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { expect, type BrowserContextOptions, type Page } from '@playwright/test';
import type { Notice } from '@beian/contracts/content.ts';
import { baseUrl, personal, staff } from './journey/people.ts';
import { untilPublic } from './journey/public-query.ts';
import { aFiling, coastCity, fixtures } from './journey/registration.ts';
import { Session } from './journey/session.ts';
import { captchaBox, passCaptcha } from './pages/captcha.page.ts';
import { withLanguage, type Language } from './pages/language.page.ts';
import { countShifts, shiftsOf, slowPlatform } from './pages/steady.page.ts';
import { test } from './pages/windows.page.ts';

/** The pages for everybody are light and steady, also on a small phone with a slow line: what they load, where they scroll, what moves. */

/** What a page may load of script, as gzip has it (Brotli, which browsers take from a secure address, is a tenth less), with all that follows in it. */
const scriptBudgetBytes = 150_000;
const phone = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true };
let paths: string[] = [];
let filing = '';

/** The page of a phone that speaks a language. */
async function phoneIn(
  anotherWindow: (options: BrowserContextOptions) => Promise<Page>,
  language: Language,
): Promise<Page> {
  const page = await anotherWindow(phone);
  await withLanguage(page.context(), language);
  return page;
}

test.beforeAll(async () => {
  const filer = await personal('zhangwei');
  filing = await aFiling(filer);
  await untilPublic(Session.nobody(baseUrl), coastCity.uscc, filing);
  const editor = await staff('editor');
  const notice = await editor.post<Notice>('/api/content/notices', {
    title: { zh: '关于备案期限的说明', en: 'On the time limits of filing' },
    body: {
      zh: '自投入使用之日起三十日内备案。\n\n逾期的请尽快补办。',
      en: 'Within 30 days of first use.\n\nIf late, soon.',
    },
    pinned: false,
    effectiveFrom: '2025-04-01',
  });
  await editor.put(`/api/content/notices/${notice.id}/publication`, { published: true, baseRevision: 1 });
  paths = [
    '/public',
    '/public/verify',
    `/public/verify/${filing}`,
    '/public/faq',
    '/public/faq?category=duty&q=%E5%A4%87%E6%A1%88',
    '/public/notices',
    `/public/notices/${notice.id}`,
    '/public/downloads',
    '/public/tip-off',
    '/public/appeal',
    '/public/appeal/tracking',
  ];
});

/** Waits until nothing more is asked and nothing is shown as coming. */
async function settled(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.waitForLoadState('networkidle');
  await expect(page.locator('[aria-busy="true"]'), path).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1 }), path).toHaveCount(1);
}

test('every public page loads less than 150 KB of script, compressed, and keeps it for ever', async ({ browser }) => {
  for (const path of paths) {
    const context = await browser.newContext(phone);
    const page = await context.newPage();
    const scripts = new Map<string, Promise<number>>();
    page.on('response', (response) => {
      const { pathname } = new URL(response.url());
      if (!pathname.endsWith('.js') || scripts.has(pathname)) return;
      const headers = response.headers();
      expect(headers['cache-control'], pathname).toContain('immutable');
      scripts.set(
        pathname,
        // Asked for once more: a browser forgets the body of what a worker or a prefetch has loaded.
        context.request
          .get(response.url())
          .then((again) => again.body())
          .then((body) => {
            // What is smaller than a packet gains nothing by it.
            if (body.length > 1024) expect(headers['content-encoding'] ?? 'none', pathname).toMatch(/^(br|gzip)$/);
            return gzipSync(body).length;
          }),
      );
    });
    const document = await page.goto(path);
    expect(document?.headers()['cache-control'], path).toBe('no-cache');
    await page.waitForLoadState('networkidle');
    // With the captcha comes the code of the workers that solve it.
    if (await captchaBox(page).isVisible()) {
      await passCaptcha(page);
    }
    const bytes = (await Promise.all(scripts.values())).reduce((sum, one) => sum + one, 0);
    console.log(`${path.padEnd(60)} ${(bytes / 1000).toFixed(1)} KB of script in ${scripts.size} files`);
    expect(scripts.size, path).toBeGreaterThan(1);
    expect(bytes, path).toBeGreaterThan(40_000);
    expect(bytes, path).toBeLessThan(scriptBudgetBytes);
    await context.close();
  }
});

for (const language of ['zh-CN', 'en'] as const) {
  test(`no public page scrolls sideways on a phone 360 wide, not with letters twice as large either (${language})`, async ({
    anotherWindow,
  }) => {
    const page = await phoneIn(anotherWindow, language);
    for (const path of paths) {
      for (const letters of ['100%', '200%']) {
        await settled(page, path);
        await page.addStyleTag({ content: `html { font-size: ${letters} }` });
        const where = `${path} with letters of ${letters}`;
        const size = await page.evaluate(`getComputedStyle(document.querySelector('main')).fontSize`);
        expect(size, where).toBe(letters === '200%' ? '32px' : '16px');
        // A refused form is the longest that a page gets.
        const send = page.locator('main form:not([role="search"]) button[type="submit"]');
        if ((await send.count()) > 0) await send.click();
        expect(await page.evaluate('document.documentElement.scrollWidth'), where).toBe(360);
        const outside = await page.evaluate(`[...document.querySelectorAll('main *, header *')]
          .filter((element) => element.checkVisibility() && !element.closest('.visually-hidden, .file-input, thead'))
          .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
          .map((element) => element.outerHTML.slice(0, 120))`);
        expect(outside, where).toEqual([]);
      }
    }
  });
}

test('nothing moves while a public page loads over a slow line, and it is seen that something comes', async ({
  anotherWindow,
}) => {
  const page = await phoneIn(anotherWindow, 'zh-CN');
  await countShifts(page.context());
  await slowPlatform(page, 900);
  await page.route('**/public/assets/*.js', async (route) => {
    await sleep(250);
    await route.continue();
  });
  for (const path of paths) {
    await page.goto(path);
    await page.waitForLoadState('networkidle');
    await expect(page.locator('.skeleton'), path).toHaveCount(0);
    await expect(page.getByRole('heading', { level: 1 }), path).toBeVisible();
    const { moved, jumps, waited } = await shiftsOf(page);
    expect(waited, path).toBe(true);
    expect(moved, `${path}: ${jumps.join('\n')}`).toBeLessThan(0.02);
  }
  // And it would have been seen.
  await page.evaluate(
    `document.body.prepend(Object.assign(document.createElement('div'), { style: 'height: 200px' }))`,
  );
  await expect.poll(async () => (await shiftsOf(page)).moved).toBeGreaterThan(0.02);
});

test('the captcha is solved by the keyboard alone and says in words how far it is', async ({ anotherWindow }) => {
  const page = await phoneIn(anotherWindow, 'zh-CN');
  await page.goto('/public');
  await page.getByLabel('统一社会信用代码').fill(coastCity.uscc);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('请先完成验证。');
  await page.getByRole('button', { name: '请先完成验证。' }).press('Enter');
  const box = captchaBox(page);
  await expect(box).toBeFocused();
  await page.keyboard.press('Space');
  await expect(page.getByRole('group', { name: '验证' }).getByRole('status')).toHaveText('已验证');
  await expect(box).toBeChecked();
  await page.getByRole('button', { name: '查询', exact: true }).press('Enter');
  await expect(page.getByText(filing)).toBeVisible();
  // Each challenge serves once: the next look-up has one of its own.
  await expect(box).not.toBeChecked();
  await passCaptcha(page);
  await page.getByRole('button', { name: '查询', exact: true }).click();
  await expect(page.getByText(filing)).toBeVisible();
});

test('what the QR code of a certificate opens tells whether the number is filed, and by whom', async ({
  anotherWindow,
}) => {
  const page = await phoneIn(anotherWindow, 'zh-CN');
  await page.goto(`/public/verify/${filing}`);
  await expect(page.getByRole('main')).toContainText(`备案编号${filing}状态已备案备案机关深圳市公安局南山分局`);
  await page.goto('/public/verify/440305000000000');
  await expect(page.getByRole('alert')).toContainText('没有这个备案编号');
});

test('whoever finds a device where none may be is told what may be reported, and to which organ', async ({
  anotherWindow,
}) => {
  const page = await phoneIn(anotherWindow, 'zh-CN');
  await page.goto('/public');
  await page.getByRole('link', { name: '举报违法安装的图像采集设备' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('举报违法安装');
  await expect(page.getByRole('main')).toContainText('第八条第一款');
  await expect(page.getByRole('link', { name: /110/ })).toHaveAttribute('href', 'tel:110');
  await page.getByRole('combobox', { name: '省（自治区、直辖市）' }).selectOption('广东省');
  await page.getByRole('combobox', { name: '市', exact: true }).selectOption('深圳市');
  await page.getByRole('combobox', { name: '区（县）' }).selectOption('南山区');
  await expect(page.getByRole('listitem').filter({ hasText: '深圳市公安局南山分局' })).toBeVisible();
});

test('an appeal without sign-in shows how far its files have been sent, and loses nothing when the line breaks', async ({
  anotherWindow,
}) => {
  const page = await phoneIn(anotherWindow, 'zh-CN');
  await page.goto('/public/appeal');
  await page.getByRole('radio', { name: '用户注册登录问题' }).check();
  await page.getByRole('combobox', { name: '省（自治区、直辖市）' }).selectOption('广东省');
  await page.getByRole('combobox', { name: '市', exact: true }).selectOption('深圳市');
  await page.getByRole('combobox', { name: '区（县）' }).selectOption('南山区');
  await page.getByLabel('申诉说明').fill('手机号已停用，无法登录，请协助。');
  await page.getByLabel('证明材料').setInputFiles(fixtures.authorisation);
  await page.getByLabel('联系人姓名').fill('周敏');
  await page.getByLabel('联系电话').fill('13800138004');
  await passCaptcha(page);
  await page.route('**/api/public/appeals', (route) => route.abort());
  await page.getByRole('button', { name: '申诉', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('网络连接失败');
  await expect(page.getByLabel('申诉说明')).toHaveValue('手机号已停用，无法登录，请协助。');
  await expect(page.getByRole('combobox', { name: '区（县）' }).locator('option:checked')).toHaveText('南山区');
  await expect(page.getByText('授权书.pdf')).toBeVisible();

  await page.unroute('**/api/public/appeals');
  const { promise: seen, resolve: go } = Promise.withResolvers<void>();
  await page.route('**/api/public/appeals', async (route) => {
    await seen;
    await route.continue();
  });
  await passCaptcha(page);
  await page.getByRole('button', { name: '申诉', exact: true }).click();
  await expect(page.getByRole('progressbar', { name: /正在提交，已上传 \d+%/ })).toBeVisible();
  go();
  await expect(page.getByRole('heading', { name: '申诉已提交' })).toBeVisible();
  await expect(page.getByText(/^([0-9A-Z]{4}-){4}[0-9A-Z]$/)).toBeVisible();
});
