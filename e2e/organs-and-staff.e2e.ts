import { expect } from '@playwright/test';
import { staff } from './journey/people.ts';
import { choose, fillDay } from './pages/controls.page.ts';
import { signInToReview } from './pages/sign-in.page.ts';
import { test } from './pages/windows.page.ts';

/** I03, I04: operators keep the organ directory and its jurisdictions, supervisors see to the staff below them. */

test('an operator finds an organ, plans a rule and drops it again', async ({ page }) => {
  await signInToReview(page, 'operator', { room: '机关名录' });
  await expect(page.getByRole('link', { name: '审核任务' })).toHaveCount(0);
  await page.getByLabel('机关名称或代码').fill('松北');
  await page.getByRole('button', { name: '查询' }).click();
  await expect(page.getByRole('row').filter({ hasText: '哈尔滨市公安局松北分局' })).toContainText('230109');

  await page.getByRole('link', { name: '管辖规则' }).click();
  await choose(page, /省/, '黑龙江省');
  await choose(page, /市$/, '哈尔滨市');
  await choose(page, /区（县）/, '松北区');
  await expect(page.getByRole('row').filter({ hasText: '哈尔滨市公安局松北分局' })).toContainText('现行');
  await page.getByRole('button', { name: '新增规则' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: '新增规则' }).click();
  await expect(dialog.getByRole('alert')).toContainText('生效日期');
  await choose(page, '管辖机关', '哈尔滨市公安局道里分局');
  await fillDay(dialog.getByLabel('生效日期'), '2099-01-01');
  await dialog.getByRole('button', { name: '新增规则' }).click();
  await expect(dialog).toHaveCount(0);
  const planned = page.getByRole('row').filter({ hasText: '哈尔滨市公安局道里分局' });
  await expect(planned).toContainText('未生效');
  await planned.getByRole('button', { name: /删除/ }).click();
  await dialog.getByRole('button', { name: '删除', exact: true }).click();
  await expect(planned).toHaveCount(0);
});

test('a supervisor suspends a reviewer of an organ below, and restores them', async ({ page }) => {
  const senior = await staff('senior-nanshan');
  await signInToReview(page, 'supervisor-shenzhen');
  await page.getByRole('link', { name: '工作人员' }).click();
  await expect(page.getByRole('row').filter({ hasText: '440300-001' })).toContainText('本人');
  await choose(page, '机关', '深圳市公安局南山分局');
  const row = page.getByRole('row').filter({ hasText: '440305-003' });
  await row.getByRole('button', { name: '暂停 440305-003' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: '暂停 440305-003' }).click();
  await expect(dialog.getByRole('alert')).toContainText('暂停原因：请填写此项。');
  await dialog.getByLabel('暂停原因').fill('借调外单位');
  await dialog.getByRole('button', { name: '暂停 440305-003' }).click();
  await expect(row).toContainText('借调外单位');
  await expect
    .poll(() =>
      senior.get('/api/me').then(
        () => 'in',
        () => 'out',
      ),
    )
    .toBe('out');
  await expect(staff('senior-nanshan')).rejects.toThrow('auth.suspended');

  await row.getByRole('button', { name: '恢复 440305-003' }).click();
  await expect(row).toContainText('正常');
  await staff('senior-nanshan');
});
