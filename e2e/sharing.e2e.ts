import { expect, type Page } from '@playwright/test';
import type { SharedFiling, SharedFilingList } from '@beian/contracts/sharing.ts';
import { baseUrl, personal } from './journey/people.ts';
import { aFiling, coastCity } from './journey/registration.ts';
import { Session } from './journey/session.ts';
import { expectAccessible } from './pages/accessible.page.ts';
import { expectEnglish, speak } from './pages/language.page.ts';
import { expectMessage } from './pages/message.page.ts';
import { expectKept, expectRefused } from './pages/refusal.page.ts';
import { signInToPortal, signInToReview } from './pages/sign-in.page.ts';
import { test } from './pages/windows.page.ts';

/** 数据共享 (I45, 0045): an operator lets a department in, it asks, the holder sees so, the operator ends it. */

const department = `市场监督管理局 ${crypto.randomUUID().slice(0, 8)}`;
const purpose = '核对经营场所的备案情况';
const copied = (page: Page) => page.evaluate<string>('navigator.clipboard.readText()');

test('an operator lets a department in, which asks what is filed in its area; the holder sees so; revoked, it is refused', async ({
  anotherWindow,
}) => {
  const number = await aFiling(await personal('zhangwei'));
  const page = await anotherWindow({ permissions: ['clipboard-read', 'clipboard-write'] });
  await signInToReview(page, 'operator', { path: '/review/sharing', room: '数据共享' });
  await page.getByRole('button', { name: '新增共享凭证' }).click();
  const dialog = page.getByRole('dialog', { name: '新增共享凭证' });
  await dialog.getByLabel('部门名称').fill(department);
  await dialog.getByLabel('有效天数').fill('366');
  await dialog.getByRole('button', { name: '新增共享凭证' }).click();
  await expectRefused(page, [
    ['共享依据或者用途', '请填写此项。'],
    ['区域', /./],
    ['有效天数', /365/],
  ]);
  await expectKept(page, { 部门名称: department, 有效天数: '366' });
  await dialog.getByLabel('共享依据或者用途').fill(purpose);
  await dialog.getByLabel('有效天数').fill('30');
  for (const [level, name] of [
    ['省（自治区、直辖市）', '广东省'],
    ['市', '深圳市'],
  ] as const) {
    await dialog.getByRole('combobox', { name: level, exact: true }).fill(name);
    await page.getByTitle(name, { exact: true }).click();
  }
  await expectAccessible(page, 'making a sharing credential');
  await dialog.getByRole('button', { name: '新增共享凭证' }).click();

  const made = page.getByRole('region', { name: `已新增“${department}”的凭证` });
  await expect(made.getByRole('heading')).toBeFocused();
  await expect(made).toContainText('密钥只在此处显示一次');
  await made.getByRole('button', { name: '复制凭证编号（client_id）' }).click();
  await expectMessage(page, '已复制');
  const id = await copied(page);
  await made.getByRole('button', { name: '复制密钥（client_secret）' }).click();
  await expect.poll(() => copied(page)).not.toBe(id);
  const credential = { id, secret: await copied(page) };
  await made.getByRole('button', { name: '我已保存' }).click();
  await expect(page.getByText(credential.secret)).toHaveCount(0);
  const row = page.getByRole('row').filter({ hasText: department });
  await expect(row).toContainText('广东省深圳市');

  const asking = await Session.ofProgram(baseUrl, credential);
  const shared = await asking.get<SharedFiling>(`/api/sharing/filings/${number}`);
  expect(shared).toMatchObject({ number, status: 'valid', unit: coastCity, countyCode: '440305' });
  const { items } = await asking.get<SharedFilingList>(`/api/sharing/filings?uscc=${coastCity.uscc}&limit=100`);
  expect(items.map((one) => one.countyCode.slice(0, 4))).toEqual(items.map(() => '4403'));
  await expect(asking.get(`/api/filings/${number}`)).rejects.toMatchObject({ status: 403 });

  const holder = await anotherWindow();
  await signInToPortal(holder, 'zhangwei', 'personal');
  await holder.goto('/access-log');
  const seen = holder.getByRole('row').filter({ hasText: department }).filter({ hasText: number }).first();
  await expect(seen).toContainText('其他部门');
  await expect(seen).toContainText('查询备案情况（不含个人信息）');
  await expect(seen).toContainText(purpose);
  await expectAccessible(holder, 'what departments asked');

  await page.reload();
  await expect(row).not.toContainText('尚未使用');
  await page.getByRole('button', { name: `撤销“${department}”的凭证` }).click();
  const sure = page.getByRole('dialog', { name: `撤销“${department}”的凭证` });
  await sure.getByRole('button', { name: '撤销', exact: true }).click();
  await expect(row).toContainText('已撤销');
  await expect(Session.ofProgram(baseUrl, credential)).rejects.toMatchObject({
    status: 401,
    body: { code: 'auth.client-invalid' },
  });
  await page.setViewportSize({ width: 390, height: 900 });
  await expectAccessible(page, 'sharing on a telephone');
  await speak(page, 'English');
  await expectEnglish(page, 'sharing in English');
});
