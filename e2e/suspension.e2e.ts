import { expect } from '@playwright/test';
import { beijingDay } from '@beian/contracts/beijing-day.rules.ts';
import { personal, staff } from './journey/people.ts';
import { aRegistration, taskOf } from './journey/registration.ts';
import { choose, fillDay } from './pages/controls.page.ts';
import { signInToPortal, signInToReview } from './pages/sign-in.page.ts';
import { test } from './pages/windows.page.ts';

/** 挂起 (I08): a review stands still, both sides see why and until when, and it goes on. */

const inThreeDays = beijingDay(new Date(Date.now() + 3 * 24 * 3600 * 1000));

test('a reviewer suspends a review and resumes it; the filer reads what it waits for, until when, and that it goes on', async ({
  page,
  anotherWindow,
}) => {
  const filer = await personal('zhangwei');
  const application = await aRegistration(filer);
  const task = await taskOf(await staff('reviewer-nanshan-1'), application);

  await signInToReview(page, 'reviewer-nanshan-1');
  await page.goto(`/review/tasks/${task.id}`);
  await page.getByRole('button', { name: '签收' }).click();
  await page.getByRole('button', { name: '挂起', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: '挂起' });
  await dialog.getByRole('button', { name: '挂起', exact: true }).click();
  await expect(dialog.getByRole('alert')).toContainText('挂起说明：请填写此项。');
  await choose(page, '挂起原因', '现场核查');
  await dialog.getByLabel('挂起说明').fill('约定到现场核对摄像机点位。');
  await fillDay(dialog.getByLabel('恢复办理日期'), '2099-01-01');
  await dialog.getByRole('button', { name: '挂起', exact: true }).click();
  await expect(dialog.getByRole('alert')).toContainText('恢复办理的日期须在');
  await expect(dialog.getByLabel('挂起说明')).toHaveValue('约定到现场核对摄像机点位。');
  await fillDay(dialog.getByLabel('恢复办理日期'), inThreeDays);
  await dialog.getByRole('button', { name: '挂起', exact: true }).click();
  await expect(dialog).toHaveCount(0);
  const summary = page.getByRole('region', { name: '任务概况' });
  await expect(summary).toContainText('已挂起审核：现场核查');
  await expect(summary).toContainText(`${inThreeDays} 自动恢复办理`);
  await expect(page.getByText('审核已挂起，恢复办理后才能作出决定。')).toBeVisible();
  await expect(page.getByRole('button', { name: '提交决定' })).toHaveCount(0);

  const portal = await anotherWindow();
  await signInToPortal(portal, 'zhangwei', 'personal');
  await portal.goto(`/applications/${application.id}`);
  await expect(portal.getByText('深圳市公安局南山分局已挂起审核：现场核查')).toBeVisible();
  await expect(portal.getByText('约定到现场核对摄像机点位。')).toBeVisible();
  await expect(portal.getByRole('button', { name: '撤回申请' })).toBeVisible();
  const progress = portal.getByRole('region', { name: '办理进度' });
  await expect(progress).toContainText('审核挂起');
  await expect(progress).toContainText(`现场核查，${inThreeDays} 自动恢复办理`);
  // Nothing stands out of a narrow screen.
  for (const window of [portal, page]) {
    const wide = window.viewportSize() ?? { width: 1280, height: 900 };
    await window.setViewportSize({ width: 390, height: 844 });
    await expect.poll(() => window.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    await window.setViewportSize(wide);
  }
  await portal.goto('/inbox');
  await expect(
    portal.getByRole('listitem').filter({ hasText: application.number }).filter({ hasText: '备案登记：审核挂起' }),
  ).toBeVisible();

  await portal.goto('/applications');
  await expect(portal.getByRole('row').filter({ hasText: application.number })).toContainText('审核挂起');

  await page.goto('/review/');
  await page.getByRole('link', { name: /^挂起 \d+$/ }).click();
  const row = page.getByRole('row').filter({ hasText: application.number });
  await expect(row).toContainText(`${inThreeDays} 恢复办理`);
  await row.getByRole('link', { name: application.number }).click();
  await page.getByRole('button', { name: '恢复办理' }).click();
  await expect(page.getByRole('button', { name: '提交决定' })).toBeVisible();
  await expect(page.getByRole('button', { name: '挂起', exact: true })).toHaveCount(0);
  await expect(page.getByRole('region', { name: '历次审核' })).toContainText('约定到现场核对摄像机点位。');

  await portal.goto(`/applications/${application.id}`);
  await expect(progress).toContainText('审核机关恢复');
  await expect(portal.getByText('已挂起审核：现场核查')).toHaveCount(0);
  await expect(portal.getByText(/^预计 .* 前完成审核$/)).toBeVisible();
});
