import { expect } from '@playwright/test';
import { aUnit, fixtures, submitRegistration, taskOf } from './journey/registration.ts';
import { Session } from './journey/session.ts';
import { choose } from './pages/controls.page.ts';
import { fillNewUnit, fillSystem, goOn } from './pages/registration.page.ts';
import { signInToPortal, signInToReview } from './pages/sign-in.page.ts';
import { test } from './pages/windows.page.ts';

/** What was typed outlives the network, a lost answer, a second window, and a colleague who is quicker. */
const baseUrl = process.env['BEIAN_URL'] ?? 'http://localhost:8080';
const password = 'beian-demo';
const systemName = `断网测试系统 ${Date.now() % 100_000}`;
const unit = { uscc: '91440300MA5FX1MP11', name: '深圳海岸城商业管理有限公司' };

test('a connection that is lost in the middle of a form loses nothing that was typed', async ({ page, context }) => {
  await signInToPortal(page, 'lina', 'personal');
  await page.goto('/registration');
  await fillNewUnit(page);
  await goOn(page);
  await expect(page.getByRole('heading', { name: '系统信息' })).toBeVisible();
  await fillSystem(page, systemName);
  await expect(page.getByText('草稿已保存')).toBeVisible();

  await context.setOffline(true);
  await page.getByLabel('系统名称').fill(`${systemName} 断网后`);
  await expect(page.getByText('草稿未能保存，内容仍在页面上，将自动重试')).toBeVisible();
  await goOn(page);
  await expect(page.getByRole('heading', { name: '设备信息表' })).toBeVisible();
  await page.getByRole('button', { name: '上一步' }).click();
  await expect(page.getByLabel('系统名称')).toHaveValue(`${systemName} 断网后`);

  await context.setOffline(false);
  await expect(page.getByText('草稿已保存')).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('系统名称')).toHaveValue(`${systemName} 断网后`);
  await expect(page.getByLabel('安全负责人手机号')).toHaveValue('13923456789');
});

test('a submission whose answer is lost is sent again and is one application', async ({ page }) => {
  const filer = await Session.of(baseUrl, 'zhangwei', password, 'personal');
  const numbers = async () =>
    (await filer.get<{ items: { systemName?: string }[] }>('/api/applications')).items.filter(
      (one) => one.systemName === systemName,
    ).length;
  await aUnit(filer, unit.uscc, unit.name);
  await signInToPortal(page, 'zhangwei', 'personal');
  await page.goto('/registration');
  await page.getByRole('radio', { name: '选择已有单位登记' }).check();
  await choose(page, /选择单位|单位/, unit.name);
  await goOn(page);
  await fillSystem(page, systemName);
  await goOn(page);
  await page.locator('input[type="file"]').setInputFiles(fixtures.deviceTable);
  await expect(page.getByRole('link', { name: '设备信息表.xlsx' })).toBeVisible();
  await goOn(page);
  await page.getByRole('checkbox', { name: /真实性负责/ }).check();

  let lost = 0;
  await page.route('**/api/applications', async (route) => {
    if (route.request().method() !== 'POST' || lost > 0) return route.continue();
    lost += 1;
    await route.fetch();
    await route.abort('connectionreset');
  });
  await page.getByRole('button', { name: '提交', exact: true }).click();
  await expect(page.getByRole('alert').filter({ hasText: '网络连接失败' })).toBeVisible();
  await page.getByRole('button', { name: '提交', exact: true }).click();
  await expect(page.getByText(/SL\d{14}/).first()).toBeVisible();
  expect(lost).toBe(1);
  expect(await numbers()).toBe(1);
});

test('two windows of one draft: the second reads that the first has saved, and says which to keep', async ({
  page,
  context,
}) => {
  await signInToPortal(page, 'lina', 'personal');
  await page.goto('/registration');
  await page.getByRole('radio', { name: '使用新单位登记' }).check();
  await page.getByLabel('单位负责人姓名').fill('第一稿');
  await expect(page.getByText('草稿已保存')).toBeVisible();
  const second = await context.newPage();
  await second.goto(page.url());
  await expect(second.getByLabel('单位负责人姓名')).toHaveValue('第一稿');
  const saved = page.waitForResponse((answer) => answer.request().method() === 'PUT' && answer.ok());
  await page.getByLabel('单位负责人姓名').fill('第二稿');
  await saved;

  await second.getByLabel('单位名称').fill('另一窗口的单位');
  const conflict = second.getByRole('alert').filter({ hasText: '草稿已在另一窗口修改' });
  await expect(conflict).toBeVisible();
  await conflict.getByRole('button', { name: '使用另一份' }).click();
  await expect(second.getByLabel('单位负责人姓名')).toHaveValue('第二稿');
  await second.close();
});

test('two reviewers claim one task at once: one holds it, the other reads who', async ({ page, anotherWindow }) => {
  const filer = await Session.of(baseUrl, 'zhangwei', password, 'personal');
  const application = await submitRegistration(filer, await aUnit(filer, unit.uscc, unit.name));
  const task = await taskOf(await Session.of(baseUrl, 'reviewer-nanshan-1', password, 'staff'), application);
  const colleague = await anotherWindow();
  await signInToReview(page, 'reviewer-nanshan-1');
  await signInToReview(colleague, 'reviewer-nanshan-2');
  const claims = await Promise.all(
    [page, colleague].map(async (one) => {
      await one.goto(`/review/tasks/${task.id}`);
      const claim = one.getByRole('button', { name: '签收', exact: true });
      await expect(claim).toBeVisible();
      return claim;
    }),
  );
  await Promise.all(claims.map((claim) => claim.click()));
  const decides = async (one: typeof page) => {
    const decision = one.getByRole('button', { name: '提交决定' });
    await expect(decision.or(one.getByRole('alert')).first()).toBeVisible();
    return decision.isVisible();
  };
  const who = [await decides(page), await decides(colleague)];
  expect(who.filter(Boolean)).toHaveLength(1);
  const late = who[0] ? colleague : page;
  await expect(late.getByText(/440305-00[12]/).first()).toBeVisible();
  await expect(late.getByRole('alert')).toBeVisible();
});
