import { readFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import { personal, staff } from './journey/people.ts';
import { aRegistration, taskOf } from './journey/registration.ts';
import { expectAccessible } from './pages/accessible.page.ts';
import { choose } from './pages/controls.page.ts';
import { expectEnglish, speak } from './pages/language.page.ts';
import { signInToPortal, signInToReview } from './pages/sign-in.page.ts';
import { test } from './pages/windows.page.ts';

/** I40, N6: a reviewer reads personal data; the auditor finds it, and the person whose data it is. */

const purpose = '电话核实安全负责人';
let number = '';

test.beforeAll(async () => {
  const filer = await personal('zhangwei');
  const reviewer = await staff('reviewer-nanshan-1');
  const application = await aRegistration(filer);
  ({ number } = application);
  const task = await taskOf(reviewer, application);
  await reviewer.post(`/api/review/tasks/${task.id}/personal-data`, { purpose });
  type Detail = { documents: { id: string; kind: string }[] };
  const { documents } = await reviewer.get<Detail>(`/api/review/tasks/${task.id}`);
  // The papers of a unit belong to all of its applications, the device table to this one alone.
  const table = documents.find(({ kind }) => kind === 'device_table');
  await reviewer.bytes(`/api/documents/${table?.id}/content`);
});

test('an auditor searches the audit log, exports what is found and checks the chain', async ({ page }) => {
  await signInToReview(page, 'auditor-gd', { path: '/review/audit', room: '审计记录' });

  await page.getByLabel('对象', { exact: true }).fill(number);
  await page.getByRole('button', { name: '查询', exact: true }).click();
  const row = page.getByRole('row').filter({ hasText: purpose });
  await expect(row).toContainText('查看个人信息');
  await expect(row).toContainText('深圳市公安局南山分局 · 审核员');
  await expect(page).toHaveURL((url) => url.searchParams.get('subject') === number);
  await choose(page, /^操作$/, '查看文件');
  await page.getByRole('button', { name: '查询', exact: true }).click();
  await expect(page.getByRole('row')).toHaveCount(2);
  await page.getByRole('link', { name: '查看 440305-001 的全部记录' }).click();
  await expect(page.getByRole('row').filter({ hasText: purpose }).first()).toBeVisible();

  await page.goto(`/review/audit?subject=${number}`);
  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: '导出 CSV' }).click();
  const csv = await readFile(await (await downloading).path(), 'utf8');
  expect(csv).toContain(purpose);
  expect(csv).not.toContain('13923456789');

  await page.getByRole('button', { name: '开始校验' }).click();
  await expect(page.getByText(/完整：共核对 \d+ 条/)).toBeVisible();
  await expectAccessible(page, 'the audit log');
  await speak(page, 'English');
  await expectAccessible(page, 'the audit log in English');
  await expectEnglish(page, 'the audit log');
  await page.getByLabel('Subject', { exact: true }).fill('');
  await choose(page, 'Area', 'Sign-in');
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  await expect(page.getByRole('row').filter({ hasText: 'Signed in' }).first()).toBeVisible();
});

test('the person sees who has read personal data and opened files, and somebody else sees nothing of it', async ({
  page,
  anotherWindow,
}) => {
  await signInToPortal(page, 'zhangwei', 'personal');
  await page.getByRole('link', { name: '谁看过我的信息' }).first().click();
  await expect(page.getByRole('heading', { name: '谁看过我的信息', level: 1 })).toBeVisible();
  const read = page.getByRole('row').filter({ hasText: purpose }).first();
  await expect(read).toContainText('深圳市公安局南山分局');
  await expect(read).toContainText('审核员');
  await expect(page.getByRole('row').filter({ hasText: '打开文件' }).first()).toContainText('办理该业务');
  await expectAccessible(page, 'access log');
  await speak(page, 'English');
  await expectAccessible(page, 'access log in English');
  await expectEnglish(page, 'access log');
  await page.setViewportSize({ width: 390, height: 844 });
  await speak(page, '中文');
  await read.getByRole('link', { name: number }).click();
  await expect(page).toHaveURL(/\/applications\/[0-9a-f-]{36}$/);
  await expect(page.getByText(number).first()).toBeVisible();

  const another = await anotherWindow();
  await signInToPortal(another, 'legal-cs', 'legal');
  await another.goto('/access-log');
  await expect(another.getByText('还没有人查看过您的信息')).toBeVisible();
  await expectAccessible(another, 'an empty access log');
});
