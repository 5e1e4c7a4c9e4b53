import { expect, test } from '@playwright/test';
import type { OperatedApplication } from '@beian/contracts/operations.ts';
import { personal, staff } from './journey/people.ts';
import { aRegistration, taskOf } from './journey/registration.ts';
import { UnexpectedAnswer } from './journey/session.ts';
import { signInToReview } from './pages/sign-in.page.ts';

/** I43: what operators see of an application and of the services. */
const reviewer = () => staff('reviewer-nanshan-1');

test('an operator finds an application by its number and opens its workflow in Temporal’s own page', async ({
  page,
}) => {
  const { id, number } = await aRegistration(await personal('zhangwei'), { name: '运维查找的系统' });
  await taskOf(await reviewer(), { number });

  await signInToReview(page, 'operator', { room: '机关名录' });
  await page.getByRole('link', { name: '运维', exact: true }).click();
  await page.getByLabel('受理号、备案编号或者流程 ID').fill('SL20000101000000');
  await page.getByRole('button', { name: '查询' }).click();
  await expect(page.getByRole('status')).toContainText('没有找到');
  await page.getByLabel('受理号、备案编号或者流程 ID').fill(number);
  await page.getByRole('button', { name: '查询' }).click();
  const row = page.getByRole('row').filter({ hasText: number });
  await expect(row).toContainText('运行中');
  await expect(row).not.toContainText('海岸城');

  const [temporal] = await Promise.all([
    page.waitForEvent('popup'),
    row.getByRole('link', { name: `在 Temporal 中打开 ${number}` }).click(),
  ]);
  expect(new URL(temporal.url()).pathname).toMatch(new RegExp(`^/namespaces/default/workflows/${id}/`));
  await expect(temporal).toHaveTitle(`Workflow History | ${id}`);
  await expect(temporal.getByText(id).first()).toBeVisible();
  await expect(temporal.getByText('registration', { exact: true }).first()).toBeVisible();
});

test('an operator sees that every service is ready, and that nothing is parked', async ({ page }) => {
  await signInToReview(page, 'operator', { room: '机关名录' });
  await page.goto('/review/operations');
  const state = page.getByRole('region', { name: '平台状态', exact: true }).first();
  for (const service of ['identity', 'filing', 'documents', 'public-query', 'notifications', 'workflows', 'sign-in']) {
    const row = state.getByRole('row').filter({ has: page.getByText(service, { exact: true }) });
    await expect(row).toContainText('就绪');
    await expect(row).not.toContainText('未就绪');
  }
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('heading', { name: 'State of the platform' })).toBeVisible();
});

test('a reviewer has neither the page nor the answers', async ({ page }) => {
  await signInToReview(page, 'reviewer-nanshan-1');
  await expect(page.getByRole('link', { name: '运维', exact: true })).toHaveCount(0);
  await page.goto('/review/operations');
  await expect(page.getByRole('heading', { name: '当前账号没有此处的权限' })).toBeVisible();
  const refused = (await reviewer())
    .get<{ items: OperatedApplication[] }>('/api/operations/applications?number=SL20260101000000')
    .catch((error: unknown) => error);
  expect(await refused).toMatchObject({ status: 403 });
  expect(await refused).toBeInstanceOf(UnexpectedAnswer);
});
