import { expect } from '@playwright/test';
import { personal, staff } from './journey/people.ts';
import { aRegistration, claimedTaskOf, coastCity, decide, untilStatus } from './journey/registration.ts';
import { choose } from './pages/controls.page.ts';
import { expectKept, expectRefused } from './pages/refusal.page.ts';
import { signInToPortal } from './pages/sign-in.page.ts';
import { test } from './pages/windows.page.ts';

/** 手册 4.2 业务查询: by any of the three conditions, alone or together, and the details of what is found. */
const marker = `业务查询 ${Date.now() % 1_000_000}`;

test('own business is found by credit code, system name and kind, any or none of them, and shows what the organ said', async ({
  page,
  anotherWindow,
}) => {
  const filer = await personal('zhangwei');
  const organ = await staff('reviewer-nanshan-1');
  const application = await aRegistration(filer, { name: marker });
  const task = await claimedTaskOf(organ, application);
  await decide(organ, task, { outcome: 'approve', opinion: '材料齐全，予以备案。' });
  await untilStatus(filer, application.id, 'completed');

  await signInToPortal(page, 'zhangwei', 'personal');
  await page.getByRole('navigation').getByRole('link', { name: '业务查询', exact: true }).click();
  const row = page.getByRole('row').filter({ hasText: application.number });
  const search = page.getByRole('button', { name: '查询', exact: true });
  await expect(row).toContainText(marker);

  await page.getByLabel('系统名称').fill(marker);
  await search.click();
  await expect(page.getByRole('row').filter({ hasText: /SL\d{14}/ })).toHaveCount(1);
  await choose(page, '业务类型', '注销');
  await search.click();
  await expect(page.getByText('没有符合条件的业务。')).toBeVisible();
  await expectKept(page, { 系统名称: marker });
  await choose(page, '业务类型', '备案登记');
  await page.getByLabel('统一社会信用代码').fill(coastCity.uscc);
  await search.click();
  await expect(row).toBeVisible();
  await page.getByLabel('统一社会信用代码').fill('91440300');
  await search.click();
  await expectRefused(page, [['统一社会信用代码', /18 位数字或大写字母.*请对照营业执照核对/]]);
  await expectKept(page, { 系统名称: marker, 统一社会信用代码: '91440300' });
  await page.getByRole('button', { name: '清除条件' }).click();
  await expect(row).toBeVisible();

  await page.getByRole('link', { name: `详情 ${application.number}` }).click();
  await expect(page.getByRole('heading', { name: marker })).toBeVisible();
  await expect(page.getByText('材料齐全，予以备案。')).toBeVisible();
  await expect(page.getByRole('region', { name: '办理进度' })).toContainText('审核通过');

  const another = await anotherWindow();
  await signInToPortal(another, 'lina', 'personal');
  await another.goto('/applications');
  await another.getByLabel('系统名称').fill(marker);
  await another.getByRole('button', { name: '查询', exact: true }).click();
  await expect(another.getByText('没有符合条件的业务。')).toBeVisible();
});
