import { expect } from '@playwright/test';
import type { PaperFiling } from '@beian/contracts/paper-filings.ts';
import { staff } from './journey/people.ts';
import { claimedTaskOf, decide, fixtures } from './journey/registration.ts';
import { eventually } from './journey/session.ts';
import { acceptanceIn } from './pages/acceptance.page.ts';
import { choose, fillDay } from './pages/controls.page.ts';
import { expectKept, expectRefused, uploadInto, wrongSummary } from './pages/refusal.page.ts';
import { signInToPortal, signInToReview } from './pages/sign-in.page.ts';
import { test } from './pages/windows.page.ts';

/** The paper channel: a clerk enters what came in at the counter, a colleague reviews it, its owner claims it. */

test('a filing on paper is entered by a clerk, reviewed by a colleague and claimed by its owner', async ({
  page,
  anotherWindow,
}) => {
  await signInToReview(page, 'reviewer-nanshan-1');
  await page.getByRole('link', { name: '线下备案' }).click();
  await page.getByRole('link', { name: '录入线下备案' }).click();
  await page.getByRole('button', { name: '提交审核' }).click();
  const summary = wrongSummary(page);
  await expect(summary).toBeFocused();
  await page.getByLabel('统一社会信用代码').fill('91440300MA5HX5TP5U');
  await choose(page, '单位类型', '企业');
  await page.getByLabel('单位名称').fill('深圳湾文化广场管理有限公司');
  await page.getByLabel('单位负责人姓名').fill('陈志远');
  await page.getByLabel('系统名称').fill('深圳湾文化广场监控系统');
  await choose(page, /省/, '广东省');
  await choose(page, /市$/, '深圳市');
  await choose(page, /区（县）/, '南山区');
  await page.getByLabel('具体地址').fill('科苑南路 2666 号');
  await page.getByLabel('公共安全区域图像采集设备数量').fill('12');
  await page
    .getByRole('group', { name: '图像采集设备是否具备抓拍图片功能' })
    .getByRole('radio', { name: '是' })
    .check();
  await page.getByLabel('视频图像信息存储期限').fill('30');
  await page.getByLabel('安全负责人姓名').fill('王建国');
  await page.getByLabel('安全负责人手机号').fill('13923456789');
  await fillDay(page.getByLabel('收件日期'), '2026-11-02');
  await uploadInto(page, '线下备案申请材料扫描件', fixtures.authorisation);
  await uploadInto(page, /营业执照复印件$/, fixtures.licence);
  await uploadInto(page, '图像采集设备信息表', fixtures.deviceTable);
  await page.getByRole('button', { name: '提交审核' }).click();
  await expect(page.getByRole('heading', { name: '线下备案', exact: true })).toBeVisible();
  const row = page.getByRole('row').filter({ hasText: '深圳湾文化广场监控系统' }).first();
  const number = await acceptanceIn(row);

  const colleague = await staff('reviewer-nanshan-2');
  const task = await claimedTaskOf(colleague, { number });
  await decide(colleague, task, { outcome: 'approve', opinion: '材料齐全，予以备案。' });
  await eventually(
    `the filing of ${number}`,
    () => colleague.get<{ items: PaperFiling[] }>('/api/paper-filings?limit=100'),
    ({ items }) => items.some((one) => one.number === number && one.status === 'completed'),
  );
  await page.reload();
  await page.getByRole('button', { name: `为 ${number} 领取认领码` }).click();
  const said = page.getByRole('alert').filter({ hasText: '的认领码' });
  await expect(said).toBeVisible();
  const [, filing = '', code = ''] = /备案编号 (\d{15}) 的认领码：([\w-]{19})/.exec(await said.innerText()) ?? [];

  const owner = await anotherWindow();
  await signInToPortal(owner, 'lina', 'personal');
  await owner.goto('/claim');
  await owner.getByRole('button', { name: /认领$/ }).click();
  await expectRefused(owner, [['备案编号', '备案编号应为 15 位数字，请核对。']]);
  await owner.getByLabel('备案编号').fill(filing);
  await owner.getByLabel('认领码').fill('AAAA-AAAA');
  await owner.getByRole('button', { name: /认领$/ }).click();
  await expectRefused(owner, [['认领码', /四组、每组四位.*请对照线下备案回执核对/]]);
  await owner.getByLabel('认领码').fill('AAAA-AAAA-AAAA-AAAA');
  await owner.getByRole('button', { name: /认领$/ }).click();
  await expect(wrongSummary(owner)).toContainText('备案编号与认领码不符');
  await expectKept(owner, { 备案编号: filing, 认领码: 'AAAA-AAAA-AAAA-AAAA' });
  await owner.getByLabel('认领码').fill(code);
  await owner.getByRole('button', { name: /认领$/ }).click();
  await expect(owner.getByText('深圳湾文化广场监控系统').first()).toBeVisible();
  await page.reload();
  await expect(page.getByRole('row').filter({ hasText: number })).toContainText('已认领');
});
