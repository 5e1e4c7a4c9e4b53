import { expect } from '@playwright/test';
import { baseUrl, personal, staff } from './journey/people.ts';
import { aRegistration, claimedTaskOf, coastCity, decide, fixtures, untilStatus } from './journey/registration.ts';
import { publicNumbers } from './journey/public-query.ts';
import { Session } from './journey/session.ts';
import { acceptanceOf } from './pages/acceptance.page.ts';
import { wrongSummary } from './pages/refusal.page.ts';
import { signInToPortal, signInToReview } from './pages/sign-in.page.ts';
import { test } from './pages/windows.page.ts';

/** 手册 4.5 注销: from the filing's page to the end of the filing, with a correction on the way. */

test('a filing is cancelled by its holder, once the organ has approved', async ({ page, anotherWindow }) => {
  const filer = await personal('zhangwei');
  const organ = await staff('reviewer-nanshan-1');
  const registered = await aRegistration(filer);
  const first = await claimedTaskOf(organ, registered);
  await decide(organ, first, { outcome: 'approve', opinion: '同意。' });
  const number = (await untilStatus(filer, registered.id, 'completed')).filingNumbers[0] ?? '';

  await signInToPortal(page, 'zhangwei', 'personal');
  await page.goto(`/filings/${number}`);
  await page.getByRole('link', { name: '申请注销' }).click();
  await expect(page.getByLabel('备案编号')).toHaveValue(number);
  await page.getByRole('button', { name: '提交注销申请' }).click();
  const summary = wrongSummary(page);
  await expect(summary).toContainText('注销原因：请填写此项。');
  await page.getByLabel('注销原因').fill('不再使用');
  await expect(page.getByText('草稿已保存')).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('注销原因')).toHaveValue('不再使用');
  await page.getByRole('button', { name: '提交注销申请' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '确认注销' }).click();
  await expect(summary).toContainText('请上传加盖公章的《委托办理备案注销授权书》。');
  await page.getByLabel('委托办理备案注销授权书').setInputFiles(fixtures.authorisation);
  await expect(page.getByRole('link', { name: '授权书.pdf' })).toBeVisible();
  await page.getByRole('button', { name: '提交注销申请' }).click();
  const dialog = page.getByRole('dialog', { name: '确认注销' });
  await expect(dialog).toContainText(number);
  await dialog.getByRole('button', { name: '确认注销' }).click();
  const acceptance = await acceptanceOf(page);

  const reviewer = await anotherWindow();
  await signInToReview(reviewer, 'reviewer-nanshan-1');
  const open = async () => {
    await reviewer.goto(`/review/?q=${acceptance}`);
    await reviewer.getByRole('link', { name: acceptance }).click();
    await reviewer.getByRole('button', { name: '签收', exact: true }).click();
  };
  await open();
  await expect(reviewer.getByRole('region', { name: '注销申请' })).toContainText('不再使用');
  await reviewer.getByRole('radio', { name: '退回补正' }).check();
  await reviewer.getByLabel('审核意见').fill('请写明原因。');
  await reviewer.getByRole('combobox', { name: '需补正的内容' }).click();
  await expect(reviewer.locator('.ant-select-item-option')).toHaveText(['注销原因', '委托办理备案注销授权书']);
  await reviewer.locator('.ant-select-item-option', { hasText: '注销原因' }).click();
  await reviewer.getByLabel('存在的问题').fill('原因不明');
  await reviewer.getByLabel('修改建议').fill('写明拆除时间');
  await reviewer.getByRole('button', { name: '提交决定' }).click();
  await expect(reviewer.getByRole('heading', { name: '审核任务' })).toBeVisible();

  await page.getByRole('link', { name: '查看业务详情' }).click();
  await page.getByRole('link', { name: '去补正' }).click();
  await page.getByLabel('注销原因').fill('系统已于 2026 年 11 月 1 日拆除');
  await page.getByRole('checkbox', { name: /真实性负责/ }).check();
  await page.getByRole('button', { name: '重新提交' }).click();
  await expect(page.getByRole('region', { name: '注销申请' })).toContainText('2026 年 11 月 1 日');

  await open();
  await expect(reviewer.getByRole('region', { name: '本次修改的内容' })).toContainText('注销原因');
  await reviewer.getByRole('radio', { name: '通过', exact: true }).check();
  await reviewer.getByLabel('审核意见').fill('情况属实，予以注销。');
  await reviewer.getByRole('button', { name: '提交决定' }).click();
  await expect(reviewer.getByRole('heading', { name: '审核任务' })).toBeVisible();

  await page.goto(`/filings/${number}`);
  await expect(page.getByText('已注销')).toBeVisible();
  await expect(page.getByRole('link', { name: '申请注销' })).toHaveCount(0);
  await expect.poll(() => publicNumbers(Session.nobody(baseUrl), coastCity.uscc)).not.toContain(number);
});
