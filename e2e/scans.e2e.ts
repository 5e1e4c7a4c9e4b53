import { expect } from '@playwright/test';
import { choose } from './pages/controls.page.ts';
import { aScan } from './pages/scan.page.ts';
import { signInToPortal } from './pages/sign-in.page.ts';
import { test } from './pages/windows.page.ts';

/** 100KB 助手 (N10, G4): what happens to a scan before it is sent. */

test('a scan that is too large is made smaller, looked at and sent; without a red seal it is warned of', async ({
  page,
}) => {
  await signInToPortal(page, 'lina', 'personal');
  await page.goto('/registration');
  await page.getByRole('radio', { name: '使用新单位登记' }).check();
  await choose(page, '单位类型', '企业');
  const licence = page.getByLabel(/营业执照复印件$/);
  const scan = await aScan(page, '执照扫描.png', true);
  expect(scan.buffer.length).toBeGreaterThan(1_000_000);

  await licence.setInputFiles(scan);
  const proposal = page.getByRole('group', { name: '压缩后的图片' });
  await expect(proposal.getByRole('img', { name: '预览：执照扫描.jpg' })).toBeVisible();
  await expect(proposal).toContainText(/已从 \d{4} KB 压缩到 \d{1,2} KB/);
  await expect(page.getByText('未看到红色印章')).toHaveCount(0);
  await expect(proposal.getByRole('button', { name: '上传这张图片' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('link', { name: '执照扫描.jpg' })).toBeVisible();

  await licence.setInputFiles(await aScan(page, '未盖章.png', false));
  await expect(proposal.getByText('未看到红色印章')).toBeVisible();
  await proposal.getByRole('button', { name: '不使用' }).click();
  await expect(page.getByRole('link', { name: '执照扫描.jpg' })).toBeVisible();
  await licence.setInputFiles(await aScan(page, '未盖章.png', false));
  await proposal.getByRole('button', { name: '上传这张图片' }).click();
  await expect(page.getByRole('link', { name: '未盖章.jpg' })).toBeVisible();
  await expect(page.getByText('未看到红色印章')).toBeVisible();
});
