import { expect } from '@playwright/test';
import { personal } from './journey/people.ts';
import { aFiling, fixtures } from './journey/registration.ts';
import { acceptanceOf } from './pages/acceptance.page.ts';
import { captchaBox, mendCaptchas, passCaptcha, spoilCaptchas } from './pages/captcha.page.ts';
import { expectFilesRefused, expectKept, expectRefused, storedFile, uploadInto } from './pages/refusal.page.ts';
import { signInToPortal } from './pages/sign-in.page.ts';
import { test } from './pages/windows.page.ts';

/** 手册 4.7 申诉, signed in and not, with what people get wrong. */
const evidenceLimit = 10_485_760;
const unknownNumber = '440305019999990';

test('an appeal says what is wrong and how to mend it, and keeps the rest', async ({ page }) => {
  const own = await aFiling(await personal('zhangwei'));
  await signInToPortal(page, 'zhangwei', 'personal');
  await page.getByRole('navigation').getByRole('link', { name: '申诉', exact: true }).click();
  const submit = page.getByRole('button', { name: '申诉', exact: true });
  await submit.click();
  await expectRefused(page, [
    ['申诉事由', '请填写此项。'],
    ['申诉说明', '请填写此项。'],
    ['证明材料', '请上传加盖公章的证明材料。'],
  ]);
  await page.getByRole('radio', { name: '备案信息归属' }).check();
  await page.getByLabel('申诉说明').fill('该系统由本单位建设。');
  await uploadInto(page, '证明材料 1', fixtures.authorisation);
  await expectFilesRefused(page, { label: '证明材料 1', kept: '授权书.pdf', limit: evidenceLimit });
  for (const [typed, said] of [
    ['', '请填写有争议的备案编号。'],
    ['44030501', '备案编号应为 15 位数字，请核对。'],
    [unknownNumber, '备案编号不存在，请核对。'],
    [own, '该备案已在当前账号名下，无需就归属申诉。'],
  ] as const) {
    await page.getByLabel('备案编号').fill(typed);
    await submit.click();
    await expectRefused(page, [['备案编号', said]]);
  }
  await expectKept(page, { 申诉说明: '该系统由本单位建设。', 备案编号: own });
  await expect(storedFile(page, '授权书.pdf')).toBeVisible();
  // On another ground and without a number, a county has to answer.
  await page.getByRole('radio', { name: '用户注册登录问题' }).check();
  await page.getByLabel('备案编号').fill('');
  await submit.click();
  await expectRefused(page, [['受理申诉的地区', '未填写备案编号的，请选择受理申诉的区县。']]);
  await page.getByLabel('备案编号').fill(own);
  await submit.click();
  await acceptanceOf(page);
});

test('an appeal without sign-in says what is wrong and how to mend it, and keeps the rest', async ({ page }) => {
  await page.goto('/public/appeal');
  const submit = page.getByRole('button', { name: '申诉', exact: true });
  await submit.click();
  const phone = '请填写 11 位手机号，例如 13800138000。';
  await expectRefused(page, [
    ['申诉事由', '请填写此项。'],
    ['申诉说明', '请填写此项。'],
    ['证明材料', '请上传加盖公章的证明材料。'],
    ['联系人姓名', '请填写此项。'],
    ['联系电话', phone],
    ['验证', '请先完成验证。'],
  ]);
  await page.getByRole('radio', { name: '备案信息归属' }).check();
  await page.getByLabel('备案编号').fill('44030501');
  await page.getByLabel('申诉说明').fill('本单位账号无法登录。');
  const evidence = page.getByLabel('证明材料');
  await evidence.setInputFiles({
    name: '扫描件.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.alloc(evidenceLimit, '%'),
  });
  await page.getByLabel('联系人姓名').fill('周敏');
  await page.getByLabel('联系电话').fill('0731-8886600');
  await passCaptcha(page);
  await submit.click();
  await expectRefused(page, [
    ['备案编号', '备案编号应为 15 位数字，请核对。'],
    ['证明材料', /10485760/],
    ['联系电话', phone],
  ]);
  await page.getByRole('button', { name: '删除 扫描件.pdf' }).click();
  await evidence.setInputFiles({
    name: '证明.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('MZ no document'),
  });
  await page.getByLabel('联系电话').fill('13800138004');
  await page.getByLabel('备案编号').fill(unknownNumber);
  await submit.click();
  // What only the platform can know comes one after the other; each time the challenge is used up.
  const wrong = page.getByRole('alert').filter({ hasText: /证明材料|文件|备案编号/ });
  await expect(wrong.first()).toBeVisible();
  await expect(captchaBox(page)).not.toBeChecked();
  await page.getByRole('button', { name: '删除 证明.pdf' }).click();
  await evidence.setInputFiles(fixtures.authorisation);
  await passCaptcha(page);
  await submit.click();
  await expectRefused(page, [['备案编号', '备案编号不存在，请核对。']]);
  await page.getByLabel('备案编号').fill(await aFiling(await personal('zhangwei')));
  await spoilCaptchas(page);
  await passCaptcha(page);
  await submit.click();
  await expect(page.getByRole('alert').filter({ hasText: '请重新完成验证。' })).toBeVisible();
  await expectKept(page, { 申诉说明: '本单位账号无法登录。', 联系人姓名: '周敏', 联系电话: '13800138004' });
  await expect(page.getByText('授权书.pdf')).toBeVisible();
  await mendCaptchas(page);
  await passCaptcha(page);
  await submit.click();
  await expect(page.getByRole('heading', { name: '申诉已提交' })).toBeVisible();
});
