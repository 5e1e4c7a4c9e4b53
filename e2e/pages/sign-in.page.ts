import { expect, type Page } from '@playwright/test';

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

async function fillIn(page: Page, username: string): Promise<void> {
  await page.getByLabel('用户名').fill(username);
  await page.getByLabel('密码').fill('beian-demo');
  await page.getByRole('button', { name: '登录 Sign in' }).click();
}
