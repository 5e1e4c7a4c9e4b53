import { expect } from '@playwright/test';
import { personal } from './journey/people.ts';
import { aFiling, fixtures } from './journey/registration.ts';
import { submitTransfer } from './journey/transfer.ts';
import { acceptanceOf } from './pages/acceptance.page.ts';
import { expectFilesRefused, expectKept, expectRefused, storedFile, uploadInto } from './pages/refusal.page.ts';
import { signInToPortal } from './pages/sign-in.page.ts';
import { test } from './pages/windows.page.ts';

/** 手册 4.5 注销, with what people get wrong. */

test('a cancellation says what is wrong and how to mend it, and keeps the rest', async ({ page }) => {
  const filer = await personal('zhangwei');
  const [number, busy] = [await aFiling(filer), await aFiling(filer)];
  const transfer = await submitTransfer(filer, busy, 'lina');
  await signInToPortal(page, 'zhangwei', 'personal');
  await page.getByRole('navigation').getByRole('link', { name: '注销', exact: true }).click();
  const submit = page.getByRole('button', { name: '提交注销申请' });
  const confirm = async () => {
    await submit.click();
    await page.getByRole('dialog', { name: '确认注销' }).getByRole('button', { name: '确认注销' }).click();
  };
  await submit.click();
  await expectRefused(page, [
    ['备案编号', '备案编号应为 15 位数字，请核对。'],
    ['注销原因', '请填写此项。'],
  ]);
  await page.getByLabel('备案编号').fill('44030501');
  await page.getByLabel('注销原因').fill('系统已拆除');
  await submit.click();
  await expectRefused(page, [['备案编号', '备案编号应为 15 位数字，请核对。']]);
  await uploadInto(page, '委托办理备案注销授权书', fixtures.authorisation);
  await expectFilesRefused(page, { label: '委托办理备案注销授权书', kept: '授权书.pdf' });

  await page.getByLabel('备案编号').fill('440305019999990');
  await confirm();
  await expectRefused(page, [['备案编号', '备案编号不存在，或不属于当前账号。']]);
  await page.getByLabel('备案编号').fill(busy);
  await confirm();
  await expect(page.getByRole('alert').filter({ hasText: '已有业务正在办理' })).toContainText(transfer.number);
  await expectKept(page, { 备案编号: busy, 注销原因: '系统已拆除' });
  await expect(storedFile(page, '授权书.pdf')).toBeVisible();

  await page.getByLabel('备案编号').fill(number);
  await confirm();
  await acceptanceOf(page);
});
