import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { templateNames } from '@beian/contracts/templates.ts';
import { baseUrl } from './journey/people.ts';
import { Session } from './journey/session.ts';
import { choose, fillDay } from './pages/controls.page.ts';
import { wrongSummary } from './pages/refusal.page.ts';
import { signInToReview } from './pages/sign-in.page.ts';
import { test } from './pages/windows.page.ts';

/** 手册 4.9 常见问题, and what else everybody may read: notices (I33) and templates (M017–M019). Nobody signs in but the editor. */

const answers = (page: Page) => page.locator('details.answer');

test('anybody finds an answer by category and by search, in Chinese and English', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('navigation').getByRole('link', { name: '常见问题' }).click();
  await expect(page.getByRole('heading', { name: '常见问题', level: 1 })).toBeVisible();
  const categories = page.getByRole('navigation', { name: '分类' });
  await categories.getByRole('link', { name: /^移交/ }).click();
  await expect(answers(page)).toHaveCount(1);
  await expect(page.getByRole('region', { name: '移交' })).toContainText('怎样把备案移交给他人？');
  await categories.getByRole('link', { name: /^全部/ }).click();

  await page.getByRole('textbox', { name: '搜索常见问题' }).fill('怎么注销备案');
  await page.getByRole('button', { name: '搜索' }).click();
  const first = answers(page).first();
  await expect(first).toContainText('怎样注销备案？');
  await expect(first.getByText('注销不能恢复')).toBeHidden();
  await first.locator('summary').focus();
  await page.keyboard.press('Enter');
  await expect(first.getByText('注销不能恢复')).toBeVisible();
  await expect(page).toHaveURL(/q=/);
  await page.reload();
  await expect(first).toContainText('怎样注销备案？');

  await page.getByRole('textbox', { name: '搜索常见问题' }).fill('天气预报');
  await page.getByRole('button', { name: '搜索' }).click();
  await expect(page.getByText('没有找到相关问题')).toBeVisible();
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('textbox', { name: 'Search the questions' }).fill('how do I transfer a filing');
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  await expect(answers(page).first()).toContainText('transfer a filing to somebody else');
});

test('an editor writes a question that the public finds once it is published', async ({ page, anotherWindow }) => {
  await signInToReview(page, 'editor', { room: '常见问题' });
  await page.getByRole('link', { name: '新增问题' }).click();
  await page.getByRole('button', { name: '保存', exact: true }).click();
  const summary = wrongSummary(page);
  await expect(summary).toContainText('问题（中文）：请填写此项。');
  await choose(page, '分类', '查询');
  await page.getByLabel('问题（中文）').fill('回执上的二维码有什么用？');
  await page.getByLabel('问题（英文）').fill('What is the QR code on the receipt for?');
  await page.getByLabel('解答（中文）').fill('扫描后可以核验备案编号。\n\n不显示个人信息。');
  await page.getByLabel('解答（英文）').fill('It verifies the filing number.\n\nIt shows nothing personal.');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await expect(page.getByRole('heading', { name: '常见问题', level: 1 })).toBeVisible();

  const guest = await anotherWindow();
  const sought = '/public/faq?q=%E4%BA%8C%E7%BB%B4%E7%A0%81';
  await guest.goto(sought);
  await expect(guest.getByText('没有找到相关问题')).toBeVisible();
  await page.getByRole('button', { name: '发布：回执上的二维码有什么用？', exact: true }).click();
  await expect(page.getByRole('button', { name: '取消发布：回执上的二维码有什么用？' })).toBeVisible();
  await guest.goto(sought);
  await expect(answers(guest)).toContainText('回执上的二维码有什么用？');

  await page.getByRole('button', { name: '取消发布：回执上的二维码有什么用？' }).click();
  await page.getByRole('button', { name: '删除：回执上的二维码有什么用？' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '删除', exact: true }).click();
  await expect(page.getByText('回执上的二维码有什么用？')).toHaveCount(0);
});

test('a notice that an editor publishes is read by the public within its days', async ({ page, anotherWindow }) => {
  const guest = await anotherWindow();
  await signInToReview(page, 'editor', { room: '常见问题' });
  await page.getByRole('link', { name: '公告', exact: true }).click();
  await page.getByRole('link', { name: '新增公告' }).click();
  await page.getByLabel('标题（中文）').fill('系统维护公告');
  await page.getByLabel('标题（英文）').fill('Maintenance');
  await page.getByLabel('正文（中文）').fill('周六凌晨维护。\n\n期间不能提交。');
  await page.getByLabel('正文（英文）').fill('On Saturday night.\n\nNothing can be submitted then.');
  await fillDay(page.getByLabel('截止日期'), '2025-04-01');
  await page.getByRole('checkbox', { name: '置顶' }).check();
  await page.getByRole('button', { name: '保存', exact: true }).click();
  const summary = wrongSummary(page);
  await expect(summary).toContainText('截止日期不能早于生效日期。');
  await fillDay(page.getByLabel('截止日期'), '');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await expect(page.getByRole('listitem').filter({ hasText: '系统维护公告' })).toContainText('草稿');
  await guest.goto('/public/notices');
  await expect(guest.getByRole('heading', { name: '公告', exact: true })).toBeVisible();
  await expect(guest.locator('[aria-busy="true"]')).toHaveCount(0);
  await expect(guest.getByRole('link', { name: '系统维护公告' })).toHaveCount(0);

  await page.getByRole('button', { name: '发布：系统维护公告', exact: true }).click();
  await expect(page.getByRole('listitem').filter({ hasText: '系统维护公告' })).toContainText('已发布');
  await guest.reload();
  await guest.getByRole('link', { name: '系统维护公告' }).click();
  await expect(guest.getByRole('heading', { name: '系统维护公告' })).toBeVisible();
  await expect(guest.getByRole('article').locator('p')).toContainText([/\d/, '周六凌晨维护。', '期间不能提交。']);

  await page.getByRole('link', { name: '修改：系统维护公告' }).click();
  await page.getByLabel('标题（中文）').fill('系统维护改期');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await expect(page.getByText('系统维护改期')).toBeVisible();
  await guest.reload();
  await expect(guest.getByRole('heading', { name: '系统维护改期' })).toBeVisible();
  await page.getByRole('button', { name: '取消发布：系统维护改期' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: '系统维护改期' })).toContainText('草稿');
  await guest.reload();
  await expect(guest.getByText('内容不存在')).toBeVisible();
  await page.getByRole('button', { name: '删除：系统维护改期' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '删除', exact: true }).click();
  await expect(page.getByText('系统维护改期')).toHaveCount(0);
});

test('every template is downloaded without signing in', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('link', { name: '全部模板和版本' }).click();
  const rows = page.getByRole('row').filter({ has: page.locator('a[download]') });
  await expect(rows).toHaveCount(templateNames.length);
  for (const row of await rows.all()) {
    await expect(row).toContainText('第 1 版');
    await expect(row).toContainText('2025-04-01');
    const [download] = await Promise.all([page.waitForEvent('download'), row.locator('a[download]').first().click()]);
    expect(download.suggestedFilename()).toMatch(/\p{Script=Han}+.*\.(docx|xlsx)$/u);
    const bytes = await readFile(await download.path());
    expect(bytes.subarray(0, 2).toString()).toBe('PK');
  }
});

test('a new version of a template waits for its day, and can be withdrawn until then', async ({
  page,
  anotherWindow,
}) => {
  const guest = await anotherWindow();
  const buffer = Buffer.from(await Session.nobody(baseUrl).bytes('/api/templates/transfer-form'));
  const mimeType = 'application/octet-stream';
  await signInToReview(page, 'editor', { room: '常见问题' });
  await page.getByRole('link', { name: '模板', exact: true }).click();
  await choose(page, '模板', '备案移交申请表');
  await page.getByRole('button', { name: '上传' }).click();
  const summary = wrongSummary(page);
  await expect(summary).toContainText('模板文件：请填写此项。');
  await page.getByLabel('模板文件').setInputFiles({ name: '宏.docx', mimeType, buffer: Buffer.from('MZ') });
  await page.getByRole('button', { name: '上传' }).click();
  await expect(page.getByRole('alert')).toContainText('该材料可上传：docx。');
  await page.getByLabel('模板文件').setInputFiles({ name: '新表.docx', mimeType, buffer });
  await fillDay(page.getByLabel('生效日期'), '2099-01-01');
  await page.getByLabel('更新说明').fill('增加联系电话');
  await page.getByRole('button', { name: '上传' }).click();
  const versions = page.getByRole('region', { name: '全部版本' }).getByRole('listitem');
  await expect(versions.first()).toContainText(/第 \d+ 版/);
  await expect(versions.first()).toContainText('2099-01-01 起 · 尚未生效');

  await guest.goto('/public/downloads');
  const row = guest.getByRole('row').filter({ hasText: '备案移交申请表' });
  await expect(row).toContainText('第 1 版');
  await row.locator('summary').click();
  await expect(row).toContainText('尚未生效');
  await expect(row).toContainText('增加联系电话');
  await page.getByRole('button', { name: /^撤回：第 \d+ 版$/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: '撤回', exact: true }).click();
  await expect(versions).toHaveCount(1);
});
