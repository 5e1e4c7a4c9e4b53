import { expect } from '@playwright/test';
import { fixtures } from './journey/registration.ts';
import { acceptanceOf } from './pages/acceptance.page.ts';
import { choose } from './pages/controls.page.ts';
import {
  expectFilesRefused,
  expectKept,
  expectRefused,
  storedFile,
  uploadInto,
  wrongSummary,
} from './pages/refusal.page.ts';
import { goOn } from './pages/registration.page.ts';
import { signInToPortal } from './pages/sign-in.page.ts';
import { test } from './pages/windows.page.ts';

/** 手册 4.1 备案登记, filled in as people do it the first time: each page says at the field what is wrong, and keeps what was typed and uploaded. */
const creditCode = /18 位数字或大写字母.*请对照营业执照核对/;
const missing = '请填写此项。';

test('each page of a registration says what is wrong and how to mend it, and keeps the rest', async ({ page }) => {
  await signInToPortal(page, 'lina', 'personal');
  await page.goto('/registration');

  await test.step('单位信息', async () => {
    await page.getByRole('radio', { name: '使用新单位登记' }).check();
    await goOn(page);
    await expectRefused(page, [
      ['统一社会信用代码', creditCode],
      ['单位类型', missing],
      ['单位名称', missing],
      ['单位负责人姓名', missing],
    ]);
    await page.getByLabel('统一社会信用代码').fill('9144O300MA5HX5TP5');
    await choose(page, '单位类型', '企业');
    await page.getByLabel('单位名称').fill('深圳湾文化广场管理有限公司');
    await page.getByLabel('单位负责人姓名').fill('陈志远');
    await goOn(page);
    await expectRefused(page, [
      ['统一社会信用代码', creditCode],
      ['营业执照复印件', '请上传加盖公章的《营业执照复印件》。'],
      ['委托办理备案登记授权书', '请上传加盖公章的《委托办理备案登记授权书》。'],
    ]);
    await uploadInto(page, /营业执照复印件$/, fixtures.licence);
    await expectFilesRefused(page, { label: /营业执照复印件$/, kept: '营业执照复印件.pdf' });
    await uploadInto(page, /委托办理备案登记授权书$/, fixtures.authorisation);
    await goOn(page);
    await expectRefused(page, [['统一社会信用代码', creditCode]]);
    await expectKept(page, { 单位名称: '深圳湾文化广场管理有限公司', 单位负责人姓名: '陈志远' });
    await expect(storedFile(page, '营业执照复印件.pdf')).toBeVisible();
    // One that is well formed with a check character that does not hold is warned of and accepted (N15).
    await page.getByLabel('统一社会信用代码').fill('91440300MA5HX5TP5W');
    await expect(page.getByText('该代码的校验位不符，请对照证照核对。确认无误可继续。')).toBeVisible();
    await goOn(page);
  });

  await test.step('系统信息', async () => {
    await expect(page.getByRole('heading', { name: '系统信息' })).toBeVisible();
    await goOn(page);
    await expectRefused(page, [
      ['系统名称', missing],
      ['所在地址', '请选择到区（县）。'],
      ['具体地址', missing],
      ['公共安全区域图像采集设备数量', missing],
      ['图像采集设备是否具备抓拍图片功能', missing],
      ['视频图像信息存储期限', missing],
      ['安全负责人姓名', missing],
      ['安全负责人手机号', '请填写 11 位手机号，例如 13800138000。'],
    ]);
    await page.getByLabel('系统名称').fill('文化广场监控系统');
    await choose(page, /省/, '广东省');
    await choose(page, /市$/, '深圳市');
    await page.getByLabel('具体地址').fill('科苑南路 2666 号');
    await page.getByLabel('公共安全区域图像采集设备数量').fill('0');
    await page.getByRole('radio', { name: '是', exact: true }).check();
    await page.getByLabel('视频图像信息存储期限').fill('9999');
    await page.getByLabel('安全负责人姓名').fill('王建国');
    await page.getByLabel('安全负责人手机号').fill('1392345678');
    await goOn(page);
    await expectRefused(page, [
      ['所在地址', '请选择到区（县）。'],
      ['公共安全区域图像采集设备数量', '不能小于 1。'],
      ['视频图像信息存储期限', '不能大于 3650。'],
      ['安全负责人手机号', '请填写 11 位手机号，例如 13800138000。'],
    ]);
    await expectKept(page, { 系统名称: '文化广场监控系统', 具体地址: '科苑南路 2666 号', 安全负责人姓名: '王建国' });
    await choose(page, /区（县）/, '南山区');
    await page.getByLabel('公共安全区域图像采集设备数量').fill('13');
    await page.getByLabel('视频图像信息存储期限').fill('30');
    await page.getByLabel('安全负责人手机号').fill('13923456789');
    await goOn(page);
  });

  await test.step('设备信息表', async () => {
    await expect(page.getByRole('heading', { name: '设备信息表' })).toBeVisible();
    await goOn(page);
    await expectRefused(page, [['图像采集设备信息表', missing]]);
    const table = page.getByLabel('图像采集设备信息表');
    await table.setInputFiles(fixtures.licence);
    await expect(page.locator('.file-field').getByRole('alert')).toContainText('xlsx, csv');
    await uploadInto(page, '图像采集设备信息表', fixtures.deviceTable);
    // 13 were declared (G9).
    const disagree = '填报的设备数量为 13，表中有 12 行，两者应一致。';
    await expect(page.getByText(disagree)).toBeVisible();
    await goOn(page);
    await expectRefused(page, [['图像采集设备信息表', disagree]]);
    await page.getByRole('button', { name: '上一步' }).click();
    await page.getByLabel('公共安全区域图像采集设备数量').fill('12');
    await goOn(page);
    await expect(storedFile(page, '设备信息表.xlsx')).toBeVisible();
    await expect(page.getByText('检查通过：共 12 行')).toBeVisible();
    await goOn(page);
  });

  await test.step('核对并提交', async () => {
    await page.getByRole('button', { name: '提交', exact: true }).click();
    await expect(wrongSummary(page)).toContainText('条例第十四条');
    await page.getByRole('checkbox', { name: /真实性负责/ }).check();
    await page.getByRole('button', { name: '提交', exact: true }).click();
    await acceptanceOf(page);
  });
});
