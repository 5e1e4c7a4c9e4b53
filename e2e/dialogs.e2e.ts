import { expect, type Page } from '@playwright/test';
import { personal, staff } from './journey/people.ts';
import { aRegistration, claimedTaskOf, decide, fixtures, untilStatus } from './journey/registration.ts';
import { uploadInto, wrongSummary } from './pages/refusal.page.ts';
import { signInToPortal, signInToReview } from './pages/sign-in.page.ts';
import { test } from './pages/windows.page.ts';

/** Dialogs by keyboard alone: where the focus goes when they open and close, and what they keep. */

/** Where the focus is: in the dialog, with the browser itself (no element has it), or on the page behind. */
const focusOf = (page: Page) =>
  page.evaluate(
    `document.activeElement === document.body ? 'browser' : document.activeElement.closest('[role=dialog]') ? 'dialog' : 'page'`,
  );
const heading = (page: Page) => page.getByRole('heading', { level: 1 });

async function submitted() {
  const filer = await personal('zhangwei');
  return { filer, application: await aRegistration(filer) };
}

test('a dialog holds the focus and gives it back; what was typed stays; done, the heading has it', async ({ page }) => {
  const { application } = await submitted();
  await signInToPortal(page, 'zhangwei', 'personal');
  await page.goto(`/applications/${application.id}`);
  const button = page.getByRole('button', { name: '撤回申请' });
  const dialog = page.getByRole('dialog', { name: '撤回申请' });
  await button.press('Enter');
  await expect.poll(() => focusOf(page)).toBe('dialog');
  for (let i = 0; i < 8; i++) {
    await page.keyboard.press(i < 6 ? 'Tab' : 'Shift+Tab');
    expect(await focusOf(page)).not.toBe('page');
  }
  await dialog.getByLabel('撤回原因').fill('设备尚未安装');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(button).toBeFocused();
  await button.press('Enter');
  await expect(dialog.getByLabel('撤回原因')).toHaveValue('设备尚未安装');
  await dialog.getByRole('button', { name: '撤回申请' }).press('Enter');
  await expect(dialog).toBeHidden();
  await expect(page.getByText('已撤回').first()).toBeVisible();
  await expect(button).toHaveCount(0);
  await expect(heading(page)).toBeFocused();
});

test('who was too late reads why, and then the page shows what has come first', async ({ page }) => {
  const { filer, application } = await submitted();
  const organ = await staff('reviewer-nanshan-1');
  const task = await claimedTaskOf(organ, application);
  await signInToPortal(page, 'zhangwei', 'personal');
  await page.goto(`/applications/${application.id}`);
  await page.getByRole('button', { name: '撤回申请' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: '撤回申请' });
  await dialog.getByLabel('撤回原因').fill('设备尚未安装');
  await decide(organ, task, { outcome: 'approve', opinion: '同意。' });
  await untilStatus(filer, application.id, 'completed');
  await dialog.getByRole('button', { name: '撤回申请' }).press('Enter');
  await expect(dialog.getByRole('alert')).toBeVisible();
  await expect(dialog.getByLabel('撤回原因')).toHaveValue('设备尚未安装');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(page.getByText('已办结').first()).toBeVisible();
  await expect(page.getByRole('button', { name: '撤回申请' })).toHaveCount(0);
  await expect(heading(page)).toBeFocused();
});

test('what is wrong keeps the focus when the dialog that asked has gone', async ({ page }) => {
  await signInToPortal(page, 'zhangwei', 'personal');
  await page.getByRole('navigation').getByRole('link', { name: '注销', exact: true }).click();
  await page.getByLabel('备案编号').fill('440305019999990');
  await page.getByLabel('注销原因').fill('系统已拆除');
  await uploadInto(page, '委托办理备案注销授权书', fixtures.authorisation);
  const dialog = page.getByRole('dialog', { name: '确认注销' });
  const ask = page.getByRole('button', { name: '提交注销申请' });
  await ask.press('Enter');
  await dialog.getByRole('button', { name: '确认注销' }).press('Enter');
  await expect(wrongSummary(page)).toBeFocused();
  await expect(dialog).toBeHidden();
  await expect(wrongSummary(page)).toBeFocused();
  await ask.press('Enter');
  await expect(wrongSummary(page)).toHaveCount(0);
  await dialog.getByRole('button', { name: '取消' }).press('Enter');
  await expect(dialog).toBeHidden();
  await expect(ask).toBeFocused();
});

test('the approval UI gives the focus back too', async ({ page }) => {
  await signInToReview(page, 'reviewer-nanshan-1');
  const button = page.getByRole('button', { name: '保存当前视图' });
  await button.press('Enter');
  const dialog = page.getByRole('dialog', { name: '保存当前视图' });
  await dialog.getByLabel('视图名称').fill('一');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(button).toBeFocused();
});
