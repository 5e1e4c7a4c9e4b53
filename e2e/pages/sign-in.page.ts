import { expect, type Locator, type Page } from '@playwright/test';

const doors = { personal: '个人用户登录', legal: '法人用户登录' } as const;

/** Signs in as a filer by the buttons of the portal. */
export async function signInToPortal(page: Page, username: string, as: keyof typeof doors): Promise<void> {
  await page.goto('/');
  await page.getByRole('button', { name: doors[as] }).click();
  await fillIn(page, username);
  await expect(page.getByRole('button', { name: '退出登录' })).toBeVisible();
}

/** Signs in to the approval UI; reviewers begin at their tasks, others in a room of their own, or in the one whose address they came to. */
export async function signInToReview(
  page: Page,
  username: string,
  { path = '/review/', room = '审核任务' }: { path?: string; room?: string } = {},
): Promise<void> {
  await page.goto(path);
  await page.getByRole('button', { name: '工作人员登录' }).click();
  await fillIn(page, username);
  await expect(page.getByRole('heading', { name: room, level: 1 })).toBeVisible();
}

/**
 * Signs in anew in the window that a page opens for it when it asks for a sign-in; who does so goes back to the page as the window says, and
 * the page knows of it.
 */
export async function signInAgain(page: Page, username: string, within: Page | Locator = page): Promise<void> {
  const [window] = await Promise.all([
    page.waitForEvent('popup'),
    within.getByRole('link', { name: '重新登录（新窗口）' }).click(),
  ]);
  await fillIn(window, username);
  await expect(window.getByRole('heading', { name: '已登录', level: 1 })).toBeVisible();
  await expect(window.getByText('回到原来的页面继续办理')).toBeVisible();
  await window.close();
}

async function fillIn(page: Page, username: string): Promise<void> {
  await page.getByLabel('用户名').fill(username);
  await page.getByLabel('密码').fill('beian-demo');
  await page.getByRole('button', { name: '登录 Sign in' }).click();
}
