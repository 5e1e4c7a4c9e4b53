import { expect } from '@playwright/test';
import { personal } from './journey/people.ts';
import { aFiling, coastCity } from './journey/registration.ts';
import { expectKept, expectRefused } from './pages/refusal.page.ts';
import { signInToPortal } from './pages/sign-in.page.ts';
import { test } from './pages/windows.page.ts';

/** 手册 4.3 备案信息查询: both conditions are needed, only own filings are found, and their people are masked. */
const marker = `备案查询 ${Date.now() % 1_000_000}`;
const creditCode = /18 位数字或大写字母.*请对照营业执照核对/;

test('an own filing is found by credit code and system name, its safety officer masked', async ({
  page,
  anotherWindow,
}) => {
  const number = await aFiling(await personal('zhangwei'), { name: marker });
  await signInToPortal(page, 'zhangwei', 'personal');
  await page.getByRole('navigation').getByRole('link', { name: '备案信息查询' }).click();
  const search = page.getByRole('button', { name: '查询', exact: true });
  await search.click();
  await expectRefused(page, [
    ['统一社会信用代码', creditCode],
    ['系统名称', '请填写此项。'],
  ]);
  await page.getByLabel('统一社会信用代码').fill('9144030OMA5FX1MP11');
  await page.getByLabel('系统名称').fill(marker);
  await search.click();
  await expectRefused(page, [['统一社会信用代码', creditCode]]);
  await expectKept(page, { 系统名称: marker });
  await page.getByLabel('统一社会信用代码').fill('91350100M000100Y43');
  await search.click();
  await expect(page.getByText('没有符合条件的备案。')).toBeVisible();
  await page.getByLabel('统一社会信用代码').fill(coastCity.uscc);
  await search.click();
  const row = page.getByRole('row').filter({ hasText: number });
  await expect(row).toContainText('王*国');
  await expect(row).toContainText('139****6789');
  await expect(page.getByRole('main')).not.toContainText('王建国');
  await expect(page.getByRole('main')).not.toContainText('13923456789');

  const another = await anotherWindow();
  await signInToPortal(another, 'lina', 'personal');
  await another.goto('/filings');
  await another.getByLabel('统一社会信用代码').fill(coastCity.uscc);
  await another.getByLabel('系统名称').fill(marker);
  await another.getByRole('button', { name: '查询', exact: true }).click();
  await expect(another.getByText('没有符合条件的备案。')).toBeVisible();

  await row.getByRole('link', { name: number }).click();
  await expect(page.getByRole('heading', { name: `备案编号 ${number}` })).toBeVisible();
  await expect(page.getByText('王*国')).toBeVisible();
});
