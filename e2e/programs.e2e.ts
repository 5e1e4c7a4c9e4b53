import { expect, type Page } from '@playwright/test';
import type { Application } from '@beian/contracts/applications.ts';
import { baseUrl } from './journey/people.ts';
import { aRegistration } from './journey/registration.ts';
import { Session } from './journey/session.ts';
import { expectAccessible } from './pages/accessible.page.ts';
import { expectEnglish, speak } from './pages/language.page.ts';
import { expectMessage } from './pages/message.page.ts';
import { expectKept, expectRefused } from './pages/refusal.page.ts';
import { signInToPortal, signInToReview } from './pages/sign-in.page.ts';
import { test } from './pages/windows.page.ts';

/** 接口凭证 (0042): a filer makes one, a program files and reads with it, an auditor sees so, the filer revokes it. */

const program = `巡检系统 ${crypto.randomUUID().slice(0, 8)}`;
const copied = (page: Page) => page.evaluate<string>('navigator.clipboard.readText()');

test('a program files and reads with a credential that is made in the portal, and may nothing once it is revoked', async ({
  anotherWindow,
}) => {
  const page = await anotherWindow({ permissions: ['clipboard-read', 'clipboard-write'] });
  await signInToPortal(page, 'zhangwei', 'personal');
  await page.getByRole('navigation').getByRole('link', { name: '授权管理' }).click();
  await page.getByRole('link', { name: '接口凭证' }).click();
  await expect(page.getByRole('heading', { name: '接口凭证', level: 1 })).toBeVisible();
  await expectAccessible(page, 'credentials');

  const make = page.getByRole('button', { name: '新增凭证' });
  await page.getByLabel('有效天数').fill('366');
  await make.click();
  await expectRefused(page, [
    ['程序名称', '请填写此项。'],
    ['有效天数', /365/],
  ]);
  await page.getByLabel('程序名称').fill(program);
  await expectKept(page, { 程序名称: program, 有效天数: '366' });
  await page.getByLabel('有效天数').fill('30');
  // Enter in a field sends the form, as the keyboard does it.
  await page.getByLabel('程序名称').press('Enter');

  const made = page.getByRole('region', { name: `已新增“${program}”的凭证` });
  await expect(made.getByRole('heading')).toBeFocused();
  await expect(made).toContainText('密钥只在此处显示一次');
  await expectAccessible(page, 'a secret');
  await made.getByRole('button', { name: '复制凭证编号（client_id）' }).click();
  await expectMessage(page, '已复制');
  const id = await copied(page);
  await made.getByRole('button', { name: '复制密钥（client_secret）' }).click();
  await expect.poll(() => copied(page)).not.toBe(id);
  const credential = { id, secret: await copied(page) };
  await made.getByRole('button', { name: '我已保存' }).click();
  await expect(page.getByText(credential.secret)).toHaveCount(0);
  await page.reload();
  const row = page.getByRole('row').filter({ hasText: program });
  await expect(row).toContainText(id);
  await expect(row).toContainText(/有效.*尚未使用/);
  await expect(page.getByText(credential.secret)).toHaveCount(0);

  const acting = await Session.ofProgram(baseUrl, credential);
  const { id: applicationId, number } = await aRegistration(acting);
  expect(await acting.get<Application>(`/api/applications/${applicationId}`)).toMatchObject({ number });
  await expect(acting.post('/api/me/api-credentials', { name: '又一个' })).rejects.toMatchObject({
    status: 403,
    body: { code: 'auth.program-not-allowed' },
  });
  await page.goto(`/applications/${applicationId}`);
  await expect(page.getByRole('main')).toContainText(number);

  const auditor = await anotherWindow();
  await signInToReview(auditor, 'auditor-gd', { path: `/review/audit?subject=${number}`, room: '审计记录' });
  const entry = auditor.getByRole('row').filter({ hasText: '提交申请' });
  await expect(entry).toContainText(`程序办理，接口凭证 ${id.slice(0, 4)}…${id.slice(-6)}`);

  await page.goto('/delegations/api-credentials');
  await expect(row).not.toContainText('尚未使用');
  const revoke = page.getByRole('button', { name: `撤销“${program}”的凭证` });
  const sure = page.getByRole('dialog', { name: `撤销“${program}”的凭证` });
  await revoke.click();
  await sure.getByRole('button', { name: '取消' }).click();
  await expect(revoke).toBeFocused();
  await revoke.click();
  await sure.getByRole('button', { name: '撤销', exact: true }).click();
  await expectMessage(page, '已撤销凭证');
  await expect(row).toContainText('已撤销');
  await expect(revoke).toHaveCount(0);
  await expect(Session.ofProgram(baseUrl, credential)).rejects.toMatchObject({
    status: 401,
    body: { error: 'invalid_client', code: 'auth.client-invalid' },
  });
  await speak(page, 'English');
  await expectEnglish(page, 'credentials in English');
});
