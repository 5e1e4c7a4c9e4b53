import { expect } from '@playwright/test';
import { baseUrl, personal } from './journey/people.ts';
import { aFiling, fixtures } from './journey/registration.ts';
import { approveTwice, personOf, submitTransfer } from './journey/transfer.ts';
import { acceptanceOf } from './pages/acceptance.page.ts';
import { expectFilesRefused, expectKept, expectRefused, storedFile, uploadInto } from './pages/refusal.page.ts';
import { signInToPortal } from './pages/sign-in.page.ts';
import { test } from './pages/windows.page.ts';

/** 手册 4.6 移交, with what people get wrong. */

test('a transfer says what is wrong and how to mend it, and keeps the rest', async ({ page }) => {
  const number = await aFiling(await personal('zhangwei'));
  const [self, lina] = [personOf('zhangwei'), personOf('lina')];
  const idNumber = '身份证号码应为 18 位，且出生日期和校验码正确，请对照身份证核对。';
  await signInToPortal(page, 'zhangwei', 'personal');
  await page.getByRole('navigation').getByRole('link', { name: '移交', exact: true }).click();
  const submit = page.getByRole('button', { name: '提交移交申请' });
  const confirm = async () => {
    await submit.click();
    await page.getByRole('dialog', { name: '确认移交' }).getByRole('button', { name: '确认移交' }).click();
  };
  await submit.click();
  await expectRefused(page, [
    ['备案编号', '备案编号应为 15 位数字，请核对。'],
    ['移入人姓名', '请填写此项。'],
    ['移入人身份证号码', idNumber],
    ['移交说明', '请填写此项。'],
    ['备案移交申请表', '请上传加盖公章的《备案移交申请表》。'],
  ]);
  await page.getByLabel('备案编号').fill('440305019999990');
  await page.getByLabel('移入人姓名').fill(self.name);
  await page.getByLabel('移交说明').fill('物业管理单位变更');
  await uploadInto(page, '备案移交申请表', fixtures.authorisation);
  await expectFilesRefused(page, { label: '备案移交申请表', kept: '授权书.pdf' });
  // Born in a month that is none; and with the check character of another number.
  for (const wrong of ['350102199213050021', `${lina.idNumber.slice(0, -1)}9`, lina.idNumber.slice(0, 15)]) {
    await page.getByLabel('移入人身份证号码').fill(wrong);
    await submit.click();
    await expectRefused(page, [['移入人身份证号码', idNumber]]);
  }
  await page.getByLabel('移入人身份证号码').fill(self.idNumber);
  await confirm();
  await expectRefused(page, [['备案编号', '备案编号不存在，或不属于当前账号。']]);
  await page.getByLabel('备案编号').fill(number);
  await confirm();
  await expectRefused(page, [['移入人身份证号码', '移入人不能是移出方本人。']]);
  await expectKept(page, { 备案编号: number, 移入人姓名: self.name, 移交说明: '物业管理单位变更' });
  await expect(storedFile(page, '授权书.pdf')).toBeVisible();
  await page.getByLabel('移入人姓名').fill(lina.name);
  await page.getByLabel('移入人身份证号码').fill(lina.idNumber);
  await confirm();
  await acceptanceOf(page);
});

test('a transfer whose name does not fit the ID number is shown to nobody, and its initiator takes it back', async ({
  page,
  anotherWindow,
}) => {
  const filer = await personal('zhangwei');
  const number = await aFiling(filer);
  // Whether such a person exists is not told to who asks (G5).
  const transfer = await submitTransfer(filer, number, 'lina', { recipientName: '李丽' });
  await approveTwice(baseUrl, filer, transfer);
  const holderOfTheNumber = await anotherWindow();
  await signInToPortal(holderOfTheNumber, 'lina', 'personal');
  await holderOfTheNumber.getByRole('navigation').getByRole('link', { name: '移交接收' }).click();
  await expect(holderOfTheNumber.getByRole('heading', { name: '移交接收', level: 1 })).toBeVisible();
  await expect(holderOfTheNumber.locator('[aria-busy="true"]')).toHaveCount(0);
  await expect(holderOfTheNumber.getByText(number)).toHaveCount(0);

  await signInToPortal(page, 'zhangwei', 'personal');
  await page.goto(`/applications/${transfer.id}`);
  await page.getByRole('button', { name: '撤销移交' }).click();
  await page.getByRole('dialog', { name: '撤销移交' }).getByRole('button', { name: '撤销移交' }).click();
  await expect(page.getByRole('alert').filter({ hasText: '移交已撤销，备案仍由您持有' })).toBeVisible();
});
