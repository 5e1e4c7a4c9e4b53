import { createHash } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import { Client } from 'pg';
import { nothingGranted } from './journey/delegations.ts';
import { personal, staff } from './journey/people.ts';
import {
  aFiling,
  aRegistration,
  claimedTaskOf,
  coastCity,
  decide,
  fixtures,
  untilStatus,
} from './journey/registration.ts';
import { runningPlatform } from './journey/running-platform.ts';
import type { Session } from './journey/session.ts';
import { personOf } from './journey/transfer.ts';
import { expectAccessible } from './pages/accessible.page.ts';
import { fillDay } from './pages/controls.page.ts';
import { expectKept, storedFile } from './pages/refusal.page.ts';
import { signInAgain, signInToPortal, signInToReview } from './pages/sign-in.page.ts';
import { test } from './pages/windows.page.ts';

/** I01: a sign-in that is not recent enough, or has run out, takes nothing that was typed, chosen or uploaded. */

const lina = personOf('lina');
const inNinetyDays = new Date(Date.now() + 90 * 86_400_000).toISOString().slice(0, 10);

/** A browser whose sign-in was a quarter of an hour ago. The gateway has not asked for the session yet, so it knows no younger one. */
async function signedInAWhileAgo(page: Page, session: Session): Promise<void> {
  const { servers } = await runningPlatform();
  const client = new Client({ connectionString: servers.superuserUrl('beian_identity') });
  await client.connect();
  const [cookie = { value: '' }] = session.cookies().filter(({ name }) => name.endsWith('beian_session'));
  const { rowCount } = await client.query(
    `update session set created_at = created_at - interval '15 minutes' where id_hash = $1`,
    [createHash('sha256').update(cookie.value).digest('base64url')],
  );
  await client.end();
  expect(rowCount).toBe(1);
  await page.context().addCookies(session.cookies());
}
const endSession = (page: Page) => page.context().clearCookies();

test('a delegation keeps what was typed and uploaded while its holder signs in again', async ({ page }) => {
  const holder = await personal('zhangwei');
  await aFiling(holder);
  await nothingGranted(holder);

  await signedInAWhileAgo(page, await personal('zhangwei'));
  await page.goto('/delegations');
  // The file is still on its way when the rest is typed.
  const { promise: typed, resolve: go } = Promise.withResolvers<void>();
  await page.route('**/api/documents', async (route) => {
    await typed;
    await route.continue();
  });
  await page.getByLabel('授权委托书').setInputFiles(fixtures.authorisation);
  const values = { 单位统一社会信用代码: coastCity.uscc, 受托人姓名: lina.name, 受托人身份证号码: lina.idNumber };
  for (const [label, value] of Object.entries(values)) await page.getByLabel(label).fill(value);
  await fillDay(page.getByLabel('有效期止'), inNinetyDays);
  go();
  await expect(storedFile(page, '授权书.pdf')).toBeVisible();
  const kept = async () => {
    await expectKept(page, { ...values, 有效期止: inNinetyDays });
    await expect(storedFile(page, '授权书.pdf')).toBeVisible();
  };
  await kept();

  await page.getByRole('button', { name: '确认授权' }).click();
  await expect(page.getByRole('alert')).toContainText('该操作需要在 10 分钟内登录过');
  await expect(page.getByRole('link', { name: /重新登录/ })).toBeInViewport();
  await expectAccessible(page, 'a recent sign-in is asked for');
  await signInAgain(page, 'zhangwei');
  await expect(page.getByText('已重新登录，请再试一次。')).toBeInViewport();
  await kept();
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
  await page.getByRole('button', { name: '确认授权' }).click();
  await expect(page.getByText('已授权。')).toBeVisible();
  await nothingGranted(holder);
});

test('a session that ends in the middle of a correction: the file is sent once one has signed in again, and all is there', async ({
  page,
}) => {
  const filer = await personal('zhangwei');
  const application = await aRegistration(filer, { name: `登录过期的系统 ${Date.now() % 1_000_000}` });
  const organ = await staff('reviewer-nanshan-1');
  const task = await claimedTaskOf(organ, application);
  const notice = ['system.deviceTableId', 'system.name'].map((field) => ({ field, problem: '不一致', advice: '更正' }));
  await decide(organ, task, { outcome: 'return', opinion: '请补正。', notice });
  await untilStatus(filer, application.id, 'returned');

  await signInToPortal(page, 'zhangwei', 'personal');
  await page.goto(`/applications/${application.id}/correction`);
  await page.getByLabel('系统名称').fill('更正后的系统名称');
  await page.getByLabel('补正说明').fill('已按要求更正');
  await endSession(page);
  await page.getByLabel('图像采集设备信息表').setInputFiles(fixtures.deviceTable);
  const field = page.locator('.file-field').filter({ has: page.getByRole('link', { name: /重新登录/ }) });
  await expect(field.getByRole('alert')).toContainText('登录已过期');
  await page.getByRole('checkbox', { name: /真实性负责/ }).check();
  await signInAgain(page, 'zhangwei', field);
  await expect(page.getByText('检查通过：共 12 行')).toBeVisible();
  await expectKept(page, { 系统名称: '更正后的系统名称', 补正说明: '已按要求更正' });
  await page.getByRole('button', { name: '重新提交' }).click();
  await expect(page.getByText('更正后的系统名称').first()).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`/applications/${application.id}$`));
});

test('a session that ends while a form is filled in: its draft is saved once one has signed in again', async ({
  page,
}) => {
  await signInToPortal(page, 'zhangwei', 'personal');
  await page.goto('/cancellation');
  await page.getByLabel('备案编号').fill('440305260000001');
  await expect(page.getByText('草稿已保存')).toBeVisible();
  await endSession(page);
  await page.getByLabel('注销原因').fill('登录过期之后填写');
  await expect(page.getByRole('alert')).toContainText('登录后将自动保存');
  await signInAgain(page, 'zhangwei');
  await expect(page.getByText('草稿已保存')).toBeVisible();
  await page.reload();
  await expectKept(page, { 备案编号: '440305260000001', 注销原因: '登录过期之后填写' });
});

test('what is typed when the session is over does not come among the drafts of somebody else who signs in', async ({
  page,
}) => {
  await signInToPortal(page, 'zhangwei', 'personal');
  await page.goto('/cancellation');
  await page.getByLabel('注销原因').focus();
  await endSession(page);
  await page.getByLabel('注销原因').fill('别人不应看到');
  await expect(page.getByRole('alert')).toContainText('登录后将自动保存');
  // Leaving what is not saved is asked about.
  page.on('dialog', (dialog) => void dialog.accept());
  const anew = page.waitForEvent('load');
  await signInAgain(page, 'lina');
  await anew;
  await expectKept(page, { 注销原因: '' });
  const draft = new URL(page.url()).pathname.replace('/cancellation', '/api/drafts');
  expect((await (await personal('lina')).request('GET', draft)).status).toBe(404);
});

test('a session that ends while a decision is written loses no word of it; a page is not left to somebody else', async ({
  page,
}) => {
  const organ = await staff('reviewer-nanshan-1');
  const task = await claimedTaskOf(organ, await aRegistration(await personal('zhangwei')));
  await signInToReview(page, 'reviewer-nanshan-1');
  await page.goto(`/review/tasks/${task.id}`);
  await page.getByRole('radio', { name: '通过', exact: true }).check();
  await page.getByLabel('审核意见').fill('材料齐全，予以备案。');
  await endSession(page);
  await page.getByRole('button', { name: '提交决定' }).click();
  await expect(page.getByRole('alert')).toContainText('登录已过期');
  await signInAgain(page, 'reviewer-nanshan-1');
  await expect(page.getByText('已重新登录，请再试一次。')).toBeVisible();
  await expect(page.getByLabel('审核意见')).toHaveValue('材料齐全，予以备案。');

  await endSession(page);
  await page.getByRole('button', { name: '提交决定' }).click();
  const anew = page.waitForEvent('load');
  await signInAgain(page, 'reviewer-nanshan-2');
  await anew;
});
