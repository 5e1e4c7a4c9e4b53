import { expect, type Page } from '@playwright/test';
import { deviceColumns } from '@beian/contracts/device-tables.ts';
import { personal, staff } from './journey/people.ts';
import { aFiling, aUnit, fixtures, taskOf } from './journey/registration.ts';
import { acceptanceOf } from './pages/acceptance.page.ts';
import { fillDay } from './pages/controls.page.ts';
import { expectAccessible } from './pages/accessible.page.ts';
import { fillSystem, goOn } from './pages/registration.page.ts';
import { signInToPortal, signInToReview } from './pages/sign-in.page.ts';
import { test } from './pages/windows.page.ts';

/** 条例预检 (N4): what the regulation has to do with a filing, before it is submitted and beside it in the review. */

const marker = `预检 ${Date.now() % 1_000_000}`;

const device: Record<string, string> = {
  structure: '固定枪机',
  hasSnapshot: '是',
  address: '文心五路 33 号海岸城三楼',
  place: '人员聚集场所',
  outdoor: '室内',
  enabledOn: '2026-03-01',
  retentionDays: '30',
  signPosted: '是',
};
/** A device table with these points, as people export it. */
function deviceTable(...points: string[]) {
  const rows = points.map(
    (pointName, i) => ({ ...device, serial: String(i + 1), pointName }) as Record<string, string>,
  );
  const lines = [
    deviceColumns.map(({ zh }) => zh),
    ...rows.map((row) => deviceColumns.map(({ key }) => row[key] ?? '')),
  ];
  const text = lines.map((cells) => cells.join(',')).join('\n');
  return { name: '设备信息表.csv', mimeType: 'text/csv', buffer: Buffer.from(`\uFEFF${text}\n`) };
}

const section = (page: Page) => page.getByRole('region', { name: /条例预检/ });
const part = 'section[aria-labelledby="precheck"]';

test('the filer sees what two articles say, mends one, submits with the other, and the reviewer sees that one', async ({
  page,
  anotherWindow,
}) => {
  const filer = await personal('zhangwei');
  const unit = await aUnit(filer);
  const checks: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/api/device-tables/check')) checks.push(request.url());
  });
  await signInToPortal(page, 'zhangwei', 'personal');
  await page.goto(`/registration/${crypto.randomUUID()}?unit=${unit.id}`);
  await goOn(page);
  await fillSystem(page, marker);
  await page.getByLabel('公共安全区域图像采集设备数量').fill('3');
  await page.getByLabel('视频图像信息存储期限').fill('15');
  await fillDay(page.getByLabel('系统投入使用日期'), '2026-03-01');
  await goOn(page);
  await page
    .getByLabel('图像采集设备信息表')
    .setInputFiles(deviceTable('一号扶梯', '健身房女更衣室', '更衣室门外走廊'));
  await expect(page.getByText('检查通过：共 3 行')).toBeVisible();
  await goOn(page);

  await expect(section(page)).toBeVisible();
  const found = (article: string) => section(page).getByRole('listitem').filter({ hasText: article });
  await expect(found('第八条第一款')).toContainText('请核对安装位置：填报内容提到“更衣室”');
  await expect(found('第八条第一款')).toContainText('设备序号：2');
  await expect(found('合理确定图像采集设备的安装位置')).toContainText('设备序号：3');
  await expect(found('第十七条')).toContainText('存储期限为 15 天，不足 30 天');
  await found('第十七条').getByText('第十七条全文').click();
  await expect(found('第十七条')).toContainText('法律、行政法规对视频图像信息保存期限另有规定的，从其规定。');
  await expectAccessible(page, 'the form', part);
  await page.getByRole('button', { name: 'English', exact: true }).click();
  await expect(page.getByRole('heading', { name: /Pre-check against the regulation \(\d\)/ })).toBeVisible();
  await expect(section(page).or(page.getByRole('region', { name: /Pre-check/ }))).toContainText(
    '15 days, fewer than 30',
  );
  await expectAccessible(page, 'the form in English', part);
  await page.getByRole('button', { name: '中文', exact: true }).click();

  await found('第十七条').getByRole('button', { name: '修改：视频图像信息存储期限' }).click();
  await expect(page.getByLabel('视频图像信息存储期限')).toBeFocused();
  await page.getByLabel('视频图像信息存储期限').fill('30');
  // The count is compared with the rows at once; the table is checked once in each language, not with each key.
  await page.getByLabel('公共安全区域图像采集设备数量').fill('');
  await page.getByLabel('公共安全区域图像采集设备数量').pressSequentially('12');
  await goOn(page);
  await expect(page.getByText('填报的设备数量为 12，表中有 3 行，两者应一致。')).toBeVisible();
  await page.getByRole('button', { name: '上一步' }).click();
  await page.getByLabel('公共安全区域图像采集设备数量').fill('3');
  await goOn(page);
  await goOn(page);
  expect(checks).toHaveLength(2);
  await expect(found('第八条第一款')).toBeVisible();
  await expect(found('第十七条')).toHaveCount(0);
  const seen = await section(page).locator('.finding').allInnerTexts();
  await page.getByRole('checkbox', { name: /真实性负责/ }).check();
  await page.getByRole('button', { name: '提交', exact: true }).click();
  const acceptance = await acceptanceOf(page);

  const reviewer = await anotherWindow();
  await signInToReview(reviewer, 'reviewer-nanshan-1');
  await taskOf(await staff('reviewer-nanshan-1'), { number: acceptance });
  await reviewer.goto(`/review/?q=${acceptance}`);
  await reviewer.getByRole('link', { name: acceptance }).click();
  await expect(section(reviewer)).toBeVisible();
  expect(await section(reviewer).locator('.finding').allInnerTexts()).toEqual(seen);
  await expect(section(reviewer).getByRole('listitem').filter({ hasText: '第八条第一款' })).toContainText(
    '设备序号：2',
  );
  await expect(section(reviewer)).not.toContainText('不足 30 天');
  await expectAccessible(reviewer, 'the task', part);
});

test('a change is checked where it changes something, and leads back to the field', async ({ page }) => {
  const filer = await personal('zhangwei');
  const number = await aFiling(filer, { name: `${marker} 变更` });
  await signInToPortal(page, 'zhangwei', 'personal');
  await page.goto(`/change?number=${number}`);
  await expect(page.getByRole('region', { name: '要变更的备案' })).toContainText(number);
  await page.getByRole('button', { name: '变更备案信息', exact: true }).click();
  await page.getByLabel('视频图像信息存储期限').fill('7');
  await page.getByRole('button', { name: '变更证明材料' }).click();
  await page.getByLabel(/委托办理备案变更授权书$/).setInputFiles(fixtures.authorisation);
  await expect(page.getByRole('link', { name: '授权书.pdf' })).toBeVisible();
  await page.getByLabel('变更说明').fill('调整存储期限');
  await page.getByRole('button', { name: '核对变更内容' }).click();
  await expect(section(page)).toContainText('存储期限为 7 天，不足 30 天');
  await expect(section(page).locator('.finding')).toHaveCount(1);
  // Nothing is wider than a phone.
  await page.setViewportSize({ width: 390, height: 844 });
  await expect.poll(() => section(page).evaluate((box) => box.scrollWidth <= box.clientWidth)).toBe(true);
  await page.setViewportSize({ width: 1280, height: 900 });
  await section(page).getByRole('button', { name: '修改：视频图像信息存储期限' }).click();
  await expect(page.getByLabel('视频图像信息存储期限')).toBeFocused();
  await page.getByLabel('视频图像信息存储期限').fill('90');
  await page.getByRole('button', { name: '变更证明材料' }).click();
  await page.getByRole('button', { name: '核对变更内容' }).click();
  await expect(section(page)).toContainText('未发现需要核对的内容');
});
