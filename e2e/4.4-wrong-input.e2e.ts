import { expect } from '@playwright/test';
import { personal } from './journey/people.ts';
import { aFiling, fixtures } from './journey/registration.ts';
import { submitTransfer } from './journey/transfer.ts';
import { acceptanceOf } from './pages/acceptance.page.ts';
import { choose } from './pages/controls.page.ts';
import { expectFilesRefused, expectKept, expectRefused, storedFile, uploadInto } from './pages/refusal.page.ts';
import { signInToPortal } from './pages/sign-in.page.ts';
import { test } from './pages/windows.page.ts';

/** 手册 4.4 变更, with what people get wrong on each of its pages. */

test('each page of a change says what is wrong and how to mend it, and keeps the rest', async ({ page }) => {
  const filer = await personal('zhangwei');
  const number = await aFiling(filer);
  const busy = await aFiling(filer);
  const transfer = await submitTransfer(filer, busy, 'lina');
  const foreign = await aFiling(await personal('lina'));

  await signInToPortal(page, 'zhangwei', 'personal');
  await page.getByRole('navigation').getByRole('link', { name: '变更', exact: true }).click();

  await test.step('变更备案信息', async () => {
    const dialog = page.getByRole('dialog', { name: '变更备案信息' });
    const numbers = dialog.getByLabel('备案编号');
    for (const [typed, said] of [
      ['', '请填写此项。'],
      ['44030501', '44030501：备案编号应为 15 位数字，请核对。'],
      ['440305019999990', '备案编号 440305019999990 不存在，或不属于当前账号。'],
      [foreign, `备案编号 ${foreign} 不存在，或不属于当前账号。`],
      [busy, `备案 ${busy} 正在办理移交（受理号 ${transfer.number}），办结后才能变更。`],
    ] as const) {
      await numbers.fill(typed);
      await dialog.getByRole('button', { name: '提交', exact: true }).click();
      await expect(dialog.locator('.field-error'), typed).toContainText(said);
      await expect(numbers).toHaveValue(typed);
    }
    await numbers.fill(number);
    await dialog.getByRole('button', { name: '提交', exact: true }).click();
    await expect(page.getByRole('region', { name: '要变更的备案' })).toContainText(number);
    await page.getByRole('button', { name: '变更备案信息' }).click();
  });

  await test.step('变更系统信息', async () => {
    await expect(page.getByRole('heading', { name: '变更系统信息' })).toBeVisible();
    await page.getByLabel('系统名称').fill('海岸城改名后的系统');
    await choose(page, /省/, '广东省');
    await choose(page, /市$/, '深圳市');
    await page.getByLabel('视频图像信息存储期限').fill('0');
    await page.getByLabel('安全负责人手机号').fill('0755-26001234');
    await page.getByRole('button', { name: '变更证明材料' }).click();
    await expectRefused(page, [
      ['所在地址', '请选择到区（县）。'],
      ['视频图像信息存储期限', '不能小于 1。'],
      ['安全负责人手机号', '请填写 11 位手机号，例如 13800138000。'],
    ]);
    await expectKept(page, { 系统名称: '海岸城改名后的系统', 安全负责人手机号: '0755-26001234' });
    await choose(page, /区（县）/, '南山区');
    await page.getByLabel('视频图像信息存储期限').fill('90');
    await page.getByLabel('安全负责人手机号').fill('13923450000');
    await page.getByLabel('公共安全区域图像采集设备数量').fill('13');
    await page.getByRole('button', { name: '变更证明材料' }).click();
  });

  await test.step('变更证明材料', async () => {
    await expect(page.getByRole('heading', { name: '变更证明材料' })).toBeVisible();
    await page.getByRole('button', { name: '核对变更内容' }).click();
    await expectRefused(page, [
      ['委托办理备案变更授权书', '请上传加盖公章的《委托办理备案变更授权书》。'],
      ['变更说明', '请填写此项。'],
    ]);
    await page.getByLabel('变更说明').fill('扩容存储设备');
    await uploadInto(page, /委托办理备案变更授权书$/, fixtures.authorisation);
    await expectFilesRefused(page, { label: /委托办理备案变更授权书$/, kept: '授权书.pdf' });
    await page.getByRole('button', { name: '核对变更内容' }).click();
  });

  await test.step('核对并提交', async () => {
    // 13 devices were declared, 12 are in the table that stays (G9).
    await expect(page.getByText('有 1 项备案需要修改，暂不能提交')).toBeVisible();
    await page.getByRole('checkbox', { name: /真实性负责/ }).check();
    await page.getByRole('button', { name: '提交变更申请' }).click();
    await expectRefused(page, [['公共安全区域图像采集设备数量', /13.*12/]]);
    await page.getByLabel('公共安全区域图像采集设备数量').fill('12');
    await page.getByRole('button', { name: '变更证明材料' }).click();
    await expectKept(page, { 变更说明: '扩容存储设备' });
    await expect(storedFile(page, '授权书.pdf')).toBeVisible();
    await page.getByRole('button', { name: '核对变更内容' }).click();
    await expect(page.getByText('核对通过：1 项备案')).toBeVisible();
    await expect(page.getByRole('region', { name: '变更内容' })).toContainText('海岸城改名后的系统');
    await page.getByRole('button', { name: '提交变更申请' }).click();
    await acceptanceOf(page);
  });
});
