import { expect, type Page } from '@playwright/test';
import { oneOfEach, type OneOfEach } from './journey/one-of-each.ts';
import { expectAccessible } from './pages/accessible.page.ts';
import { choose } from './pages/controls.page.ts';
import { expectEnglish, speak } from './pages/language.page.ts';
import { signInToPortal, signInToReview } from './pages/sign-in.page.ts';
import { test } from './pages/windows.page.ts';

/** WCAG 2.2 AA by axe on every page, in both languages; the English pages speak English; the keyboard reaches everything. */

let ids: OneOfEach;

test.beforeAll(async () => {
  const notice = { zh: '无障碍说明', en: 'Accessibility' };
  ids = await oneOfEach({ system: '海岸城购物中心视频监控系统', notice });
});

test('the portal for guests', async ({ page }) => {
  const paths = [
    '/',
    '/public',
    '/public/verify',
    '/public/appeal',
    '/public/appeal/tracking',
    '/public/faq',
    '/public/faq?category=duty&q=%E5%A4%87%E6%A1%88',
    '/public/notices',
    `/public/notices/${ids.notice}`,
    '/public/downloads',
    '/public/tip-off',
    '/registration',
    '/applications',
  ];
  for (const path of paths) {
    await page.goto(path);
    await expectAccessible(page, path);
    await speak(page, 'English');
    await expectAccessible(page, `${path} in English`);
    await expectEnglish(page, path);
    await speak(page, '中文');
  }
});

test('the portal for filers', async ({ page }) => {
  await signInToPortal(page, 'zhangwei', 'personal');
  const paths = [
    '/',
    '/applications',
    `/applications/${ids.returned}`,
    `/applications/${ids.returned}/correction`,
    `/applications/${ids.completed}`,
    '/filings',
    `/filings/${ids.filing}`,
    `/filings/${ids.filing}/versions/1`,
    `/change?number=${ids.filing}`,
    '/delegations',
    '/delegations/api-credentials',
    '/drafts',
    '/inbox',
    '/inbox/settings',
    '/cancellation',
    '/appeals/new',
    '/transfer',
    '/transfers/incoming',
    '/nothing-here',
  ];
  for (const path of paths) {
    await page.goto(path);
    await expectAccessible(page, path);
    await speak(page, 'English');
    await expectAccessible(page, `${path} in English`);
    await expectEnglish(page, path);
    await speak(page, '中文');
  }
});

test('the form of a registration, with its errors', async ({ page }) => {
  await signInToPortal(page, 'lina', 'personal');
  await page.getByRole('link', { name: '备案登记', exact: true }).click();
  await expect(page.getByRole('heading', { name: '单位信息' })).toBeVisible();
  await page.getByRole('radio', { name: '使用新单位登记' }).check();
  await page.getByRole('button', { name: '下一步' }).click();
  await expect(page.getByRole('alert').first()).toBeFocused();
  await expectAccessible(page, 'unit');
  await speak(page, 'English');
  await page.getByRole('button', { name: 'Next', exact: true }).click();
  await expectAccessible(page, 'unit in English');
  await expectEnglish(page, 'unit');
  await speak(page, '中文');
});

test('the approval UI', async ({ page }) => {
  await page.goto('/review/');
  await expectAccessible(page, 'guest');
  await signInToReview(page, 'reviewer-nanshan-1');
  for (const path of ['/review/', '/review/?status=decided', '/review/inbox', `/review/tasks/${ids.task}`]) {
    await page.goto(path);
    await expectAccessible(page, path);
    await speak(page, 'English');
    await expectAccessible(page, `${path} in English`);
    await expectEnglish(page, path);
    await speak(page, '中文');
  }
  for (const outcome of ['退回补正', '不予通过', '转办']) {
    await page.getByRole('radio', { name: outcome }).check();
    await page.getByRole('button', { name: '提交决定' }).click();
    await expectAccessible(page, outcome);
  }
});

test('the pages of who leads reviewers, and of operators', async ({ page, anotherWindow }) => {
  await signInToReview(page, 'senior-nanshan');
  const operators = await anotherWindow();
  await signInToReview(operators, 'operator', { path: '/review/calendar', room: '工作日历' });
  const pages: [Page, string][] = [
    [page, '/review/?sort=age'],
    [page, '/review/board'],
    [page, '/review/statistics'],
    [page, '/review/absences'],
    [page, '/review/canned-texts'],
    [operators, '/review/calendar'],
    [operators, '/review/dictionaries'],
    [operators, '/review/sharing'],
  ];
  for (const [shown, path] of pages) {
    await shown.goto(path);
    await expectAccessible(shown, path);
    await speak(shown, 'English');
    await expectAccessible(shown, `${path} in English`);
    await expectEnglish(shown, path);
    await speak(shown, '中文');
  }
  await page.goto('/review/absences');
  await page.getByRole('button', { name: '设置代班' }).click();
  await expect(page.getByRole('alert').first()).toBeFocused();
  await expectAccessible(page, 'an absence with its errors');
});

test('the pages of content editors', async ({ page }) => {
  await signInToReview(page, 'editor', { room: '常见问题' });
  const paths = ['faq', 'faq/new', 'notices', `notices/${ids.notice}`, 'templates'];
  for (const path of paths.map((one) => `/review/content/${one}`)) {
    await page.goto(path);
    await expectAccessible(page, path);
    await speak(page, 'English');
    await expectAccessible(page, `${path} in English`);
    await expectEnglish(page, path);
    await speak(page, '中文');
  }
  await page.goto('/review/content/faq/new');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await expect(page.getByRole('alert').first()).toBeFocused();
  await expectAccessible(page, 'a question with its errors');
});

test('the rooms of operators', async ({ page }) => {
  await signInToReview(page, 'operator', { room: '机关名录' });
  for (const path of ['/review/organs?q=深圳', '/review/jurisdictions', '/review/staff', '/review/operations']) {
    await page.goto(path);
    await expectAccessible(page, path);
    await speak(page, 'English');
    await expectAccessible(page, `${path} in English`);
    await expectEnglish(page, path);
    await speak(page, '中文');
  }
  await page.goto('/review/organs?q=深圳');
  await page.getByRole('button', { name: '新增机关' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '新增机关' }).click();
  await expect(page.getByRole('alert').first()).toBeFocused();
  await expectAccessible(page, 'adding an organ');
  await page.goto('/review/staff');
  await choose(page, '机关', '深圳市公安局南山分局');
  await page
    .getByRole('button', { name: /停用角色/ })
    .first()
    .click();
  await expect(page.getByRole('dialog')).toContainText('角色来自统一身份认证');
  await expectAccessible(page, 'the staff of an organ below');
});

test('the sign-in form', async ({ page }) => {
  await page.goto('/auth/login?as=staff');
  await expectAccessible(page, 'sign-in');
  await page.getByLabel('用户名').fill('nobody');
  await page.getByLabel('密码').fill('wrong');
  await page.getByRole('button', { name: '登录 Sign in' }).click();
  await expectAccessible(page, 'sign-in refused');
});

test('the keyboard alone signs in, skips to the content and decides', async ({ page }) => {
  await page.goto('/review/');
  await expect(page.getByRole('button', { name: '工作人员登录' })).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: '跳到主要内容' })).toBeFocused();
  await signInToReview(page, 'reviewer-nanshan-1');
  await page.goto(`/review/tasks/${ids.task}`);
  await page.getByRole('radio', { name: '通过', exact: true }).focus();
  await page.keyboard.press('Space');
  await expect(page.getByRole('radio', { name: '通过', exact: true })).toBeChecked();
  await page.keyboard.press('Tab'); // the canned texts
  await page.keyboard.press('Tab');
  await page.keyboard.type('材料齐全。');
  await expect(page.getByLabel('审核意见')).toHaveValue('材料齐全。');
  await page.keyboard.press('Tab'); // the internal note
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: '提交决定' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: '审核任务' })).toBeVisible();
});
