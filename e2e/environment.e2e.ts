import { expect, type Browser as Chromium } from '@playwright/test';
import puppeteer, { type Browser as Firefox } from 'puppeteer-core';
import { baseUrl } from './journey/people.ts';
import { fixtures } from './journey/registration.ts';
import { signInToPortal } from './pages/sign-in.page.ts';
import { test } from './pages/windows.page.ts';

/** 手册 1.1 运行环境: desktop systems, browsers, one address (M003, M010–M012). Every other file here runs in Chromium, the engine of Chrome and Edge. */

test('everything is at one address, and no page loads anything from elsewhere', async ({ page }) => {
  const origins = new Set<string>();
  page.on('request', (request) => origins.add(new URL(request.url()).origin));
  for (const [path, heading] of [
    ['/', '公共安全视频图像信息系统备案'],
    ['/public', '公共查询'],
    ['/review/', '工作人员登录'],
  ] as const) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toContainText(heading);
  }
  for (const path of ['/api/openapi.json', '/api/docs', '/readyz'])
    expect((await page.request.get(path)).ok(), path).toBe(true);
  expect([...origins]).toEqual([new URL(baseUrl).origin]);
});

test('no page has a script written into it, and one that is put there does not run', async ({ page }) => {
  const broken: string[] = [];
  page.on('console', (said) => {
    if (/Content Security Policy/.test(said.text())) broken.push(said.text());
  });
  for (const path of ['/', '/public', '/public/appeal', '/review/', '/api/docs']) {
    await page.goto(path);
    await expect(page.getByRole('heading').first()).toBeVisible();
    expect(broken, path).toEqual([]);
    const planted = page.addScriptTag({ content: 'window.name = "planted"' });
    await expect(planted, path).rejects.toThrow(/Content Security Policy/);
    expect(await page.evaluate('window.name'), path).toBe('');
    broken.length = 0;
  }
});

test('who has a duty to file is said before one signs in', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByText(/在公共场所安装并使用图像采集设备的管理单位.*条例第十四条/)).toBeVisible();
});

/** What a browser says of itself on the desktop systems that the manual names. */
const desktops = {
  Windows:
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0',
  Linux: 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
};

/** The names of all that can be pressed, typed into or followed on the first page of a registration. */
async function controlsOf(browser: Chromium, userAgent: string): Promise<string> {
  const context = await browser.newContext({ userAgent });
  const page = await context.newPage();
  await signInToPortal(page, 'zhangwei', 'personal');
  await page.getByRole('link', { name: '备案登记', exact: true }).click();
  await page.getByRole('radio', { name: '使用新单位登记' }).check();
  await expect(page.getByLabel('单位负责人姓名')).toBeVisible();
  // What is said of the draft differs until it is saved.
  await expect(page.getByText('草稿已保存')).toBeVisible();
  const seen = await page.getByRole('main').ariaSnapshot();
  await context.close();
  return seen;
}

test('the pages are the same on Windows as on Linux', async ({ browser }) => {
  expect(await controlsOf(browser, desktops.Windows)).toBe(await controlsOf(browser, desktops.Linux));
});

let firefox: Firefox;
test.beforeAll(async () => {
  firefox = await puppeteer.launch({
    browser: 'firefox',
    executablePath: process.env['BEIAN_FIREFOX'] ?? '/usr/bin/firefox-esr',
    timeout: 120_000,
    defaultViewport: { width: 1280, height: 900 },
    extraPrefsFirefox: { 'intl.accept_languages': 'zh-CN' },
  });
});
test.afterAll(() => firefox.close());

test('in Firefox a filer signs in, fills in a unit, uploads its papers and goes on', async () => {
  const page = await firefox.newPage();
  page.setDefaultTimeout(60_000);
  const broken: string[] = [];
  page.on('pageerror', (error) => broken.push(String(error)));
  const named = (name: string, role?: string) =>
    page.locator(`::-p-aria([name="${name}"]${role === undefined ? '' : `[role="${role}"]`})`);

  await page.goto(baseUrl);
  await named('个人用户登录', 'button').click();
  await page.locator('input[name="username"]').fill('zhangwei');
  await page.locator('input[name="password"]').fill('beian-demo');
  await named('登录 Sign in', 'button').click();
  await named('退出登录', 'button').wait();
  await page.locator('nav a[href="/registration"]').click();
  await page.locator('::-p-text(使用新单位登记)').click();
  await page.locator('#unit-uscc').fill('91440300MA5HX5TP5U');
  await named('下一步', 'button').click();
  await page.locator('::-p-text(请修改以下内容)').wait();
  await page.locator('#unit-type').click();
  await page.locator('.ant-select-item-option-content ::-p-text(企业)').click();
  await page.locator('#unit-name').fill('深圳湾文化广场管理有限公司');
  await page.locator('#unit-headName').fill('陈志远');
  for (const [field, file, stored] of [
    [0, fixtures.licence, '营业执照复印件.pdf'],
    [1, fixtures.authorisation, '授权书.pdf'],
  ] as const) {
    await page.locator('input[type="file"]').wait();
    await (await page.$$('input[type="file"]'))[field]?.uploadFile(file);
    await page.locator(`a ::-p-text(${stored})`).wait();
  }
  await named('下一步', 'button').click();
  await page.locator('h2 ::-p-text(系统信息)').wait();
  expect(broken).toEqual([]);
});
