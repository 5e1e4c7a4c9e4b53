import { expect } from '@playwright/test';
import { Client } from 'pg';
import type { DeadLetterList } from '@beian/contracts/dead-letters.ts';
import { formatFilingNumber } from '@beian/contracts/filing-number.rules.ts';
import { type OperatedApplication, serviceStatePath } from '@beian/contracts/operations.ts';
import { connectNats } from '@beian/service-kit/nats.ts';
import { aRegisteredEvent } from '@beian/testkit/public-query.ts';
import { personal, staff } from './journey/people.ts';
import { aRegistration, taskOf } from './journey/registration.ts';
import { runningPlatform } from './journey/running-platform.ts';
import { eventually, UnexpectedAnswer } from './journey/session.ts';
import { signInToReview } from './pages/sign-in.page.ts';
import { test } from './pages/windows.page.ts';

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
  await expect(temporal).toHaveURL((url) => url.pathname.startsWith(`/namespaces/default/workflows/${id}/`));
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

test('an operator sees why a service gave an event up, tries it again in vain, and with success once its cause is mended', async ({
  page,
}) => {
  const { natsUrl, servers } = await runningPlatform();
  const register = new Client({ connectionString: servers.superuserUrl('beian_public_query') });
  await register.connect();
  const nats = connectNats({ url: natsUrl, name: 'a test of the browser' });
  const poison = aRegisteredEvent({ filingNumber: formatFilingNumber('440305', 990_001) });
  await register.query(
    `alter table register_entry add constraint refused check (number <> '${poison.subject}') not valid`,
  );
  try {
    const { js } = await nats.jetstream();
    await js.publish(nats.subjectOf('filing.registered'), JSON.stringify(poison));
    const operator = await staff('operator');
    await eventually(
      'the dead letter',
      () => operator.get<DeadLetterList>(`${serviceStatePath('public-query')}/dead-letters`),
      ({ items }) => items.some(({ subject }) => subject === poison.subject),
    );

    await signInToReview(page, 'operator', { room: '机关名录' });
    await page.goto('/review/operations');
    const letters = page.getByRole('region', { name: '死信' }).first();
    const letter = letters.getByRole('row').filter({ hasText: poison.subject });
    await expect(letter).toContainText('CheckConstraintViolationException 23514 refused');
    const again = letter.getByRole('button', { name: `重放 ${poison.subject}` });
    await again.click();
    await expect(
      letters.getByText(`${poison.subject} 再次失败：CheckConstraintViolationException 23514 refused`),
    ).toBeVisible();
    await expect(letter).toHaveCount(1);

    await register.query('alter table register_entry drop constraint refused');
    await again.click();
    await expect(letters.getByText(`${poison.subject} 已重放。`)).toBeVisible();
    await expect(letter).toHaveCount(0);
    const found = 'select count(*)::int as n from register_entry where number = $1';
    expect((await register.query<{ n: number }>(found, [poison.subject])).rows[0]?.n).toBe(1);
  } finally {
    await register.query('alter table register_entry drop constraint if exists refused');
    await register.query('delete from register_entry where number = $1', [poison.subject]);
    await register.end();
    await nats.close();
  }
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
