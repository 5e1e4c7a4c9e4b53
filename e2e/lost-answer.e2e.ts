import { expect, type Page } from '@playwright/test';
import { personal } from './journey/people.ts';
import { aFiling, aUnit, coastCity, fixtures } from './journey/registration.ts';
import { acceptanceOf } from './pages/acceptance.page.ts';
import { choose, press } from './pages/controls.page.ts';
import { uploadInto } from './pages/refusal.page.ts';
import { fillSystem, goOn } from './pages/registration.page.ts';
import { signInToPortal } from './pages/sign-in.page.ts';
import { test } from './pages/windows.page.ts';

/** A submission reaches the platform, and its answer not the filer: it is sent again under its key, by itself or by hand, and is one. */

const systemName = `回执丢失测试系统 ${Date.now() % 100_000}`;

const submissions = '**/api/applications';
/** The answers to so many submissions are lost: the platform has them, and nobody hears of it. Answers the keys under which they came. */
async function answersLostOf(page: Page, times: number): Promise<(string | undefined)[]> {
  const keys: (string | undefined)[] = [];
  await page.route(submissions, async (route) => {
    if (route.request().method() !== 'POST' || keys.length >= times) return route.continue();
    keys.push(route.request().headers()['idempotency-key']);
    await route.fetch();
    await route.abort('connectionreset');
  });
  return keys;
}

test('a submission whose answer is lost is sent again and is one application', async ({ page }) => {
  const filer = await personal('zhangwei');
  const numbers = async () =>
    (await filer.get<{ items: { systemName?: string }[] }>('/api/applications')).items.filter(
      (one) => one.systemName === systemName,
    ).length;
  await aUnit(filer);
  await signInToPortal(page, 'zhangwei', 'personal');
  await page.goto('/registration');
  await page.getByRole('radio', { name: '选择已有单位登记' }).check();
  await choose(page, /选择单位|单位/, coastCity.name);
  await goOn(page);
  await fillSystem(page, systemName);
  await goOn(page);
  await uploadInto(page, '图像采集设备信息表', fixtures.deviceTable);
  await goOn(page);
  await page.getByRole('checkbox', { name: /真实性负责/ }).check();

  // As often as it tries by itself.
  const lost = await answersLostOf(page, Infinity);
  await press(page, '提交');
  await expect(page.getByRole('alert').filter({ hasText: '网络连接失败' })).toBeVisible();
  await page.unroute(submissions);
  await press(page, '提交');
  await acceptanceOf(page);
  expect(lost).toHaveLength(4);
  expect(new Set(lost).size).toBe(1);
  expect(await numbers()).toBe(1);
});

test('a filer does not notice that the platform is away for a moment', async ({ page }) => {
  await signInToPortal(page, 'zhangwei', 'personal');
  await page.goto(`/cancellation?number=${await aFiling(await personal('zhangwei'))}`);
  await page.getByLabel('注销原因').fill('系统已拆除');
  await uploadInto(page, '委托办理备案注销授权书', fixtures.authorisation);
  const lost = await answersLostOf(page, 1);
  const alerts: string[] = [];
  await page.exposeFunction('alerted', (text: string) => alerts.push(text));
  await page.evaluate(`new MutationObserver(() => {
    for (const alert of document.querySelectorAll('[role=alert]')) alerted(alert.innerText);
  }).observe(document.body, { childList: true, subtree: true })`);
  await press(page, '提交注销申请');
  await page.getByRole('dialog').getByRole('button', { name: '确认注销' }).click();
  await acceptanceOf(page);
  expect(lost).toHaveLength(1);
  expect(alerts).toEqual([]);
});
