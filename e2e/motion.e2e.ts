import { expect } from '@playwright/test';
import { personal } from './journey/people.ts';
import { aUnit, submitRegistration } from './journey/registration.ts';
import { expectMessage } from './pages/message.page.ts';
import { signInToPortal } from './pages/sign-in.page.ts';
import { test } from './pages/windows.page.ts';

/** What moves comes to rest: a button whose answer comes at once, and everything for who asked the system for less motion. */

const claimsPath = '/api/filings/claims';
const problem = {
  type: '/problems/not-found',
  title: '未找到',
  status: 404,
  detail: '没有这个备案。',
  instance: claimsPath,
  code: 'not-found',
  requestId: '0199b2d6-3c5e-7b1a-8f2e-00000000000a',
};

test('a button whose answer comes at once or soon does not stay busy', async ({ page }) => {
  await signInToPortal(page, 'zhangwei', 'personal');
  for (const ms of [0, 4, 8, 12, 16, 20, 24, 28, 32, 48, 64, 96]) {
    await page.goto('/claim');
    // In the page itself: a route of the test answers too late.
    await page.evaluate(`{
      const onward = fetch;
      window.fetch = async (input, init) => {
        if (!String(input).endsWith('${claimsPath}')) return onward(input, init);
        await new Promise((resolve) => setTimeout(resolve, ${ms}));
        return Response.json(${JSON.stringify(problem)}, { status: 404, headers: { 'content-type': 'application/problem+json' } });
      };
    }`);
    await page.getByLabel('备案编号').fill('440305010000064');
    await page.getByRole('button', { name: '认领', exact: true }).click();
    await expect(page.getByRole('alert').filter({ hasText: problem.detail })).toBeVisible();
    await expect(page.locator('main .anticon-loading'), `answer after ${ms} ms`).toHaveCount(0);
  }
});

test('who wants less motion closes dialogs, and no button stays busy', async ({ anotherWindow }) => {
  const filer = await personal('zhangwei');
  const unit = await aUnit(filer);
  const { id } = await submitRegistration(filer, unit);
  const page = await anotherWindow({ reducedMotion: 'reduce' });
  await signInToPortal(page, 'zhangwei', 'personal');
  await page.goto(`/applications/${id}`);
  await page.getByRole('button', { name: '撤回申请' }).click();
  const dialog = page.getByRole('dialog', { name: '撤回申请' });
  await dialog.getByRole('button', { name: '取消' }).click();
  await expect(dialog).toBeHidden();
  // Nothing is left of it that lies over the page.
  await page.getByRole('link', { name: '首页', exact: true }).click();
  await page.goto('/inbox/settings');
  await page.getByRole('button', { name: '保存' }).click();
  await expectMessage(page, '已保存');
  await expect(page.locator('main .anticon-loading')).toHaveCount(0);
});
