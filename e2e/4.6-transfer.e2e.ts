import { expect } from '@playwright/test';
import { baseUrl, legal, personal } from './journey/people.ts';
import { aFiling, fixtures, untilStatus } from './journey/registration.ts';
import { approve, approveTwice, personOf, submitTransfer } from './journey/transfer.ts';
import { acceptanceOf } from './pages/acceptance.page.ts';
import { wrongSummary } from './pages/refusal.page.ts';
import { signInToPortal, signInToReview } from './pages/sign-in.page.ts';
import { test } from './pages/windows.page.ts';

/** 手册 4.6 移交与移交接收: from the filing's page to its new holder; refused and revoked. */

test('a filing changes hands: two reviews, then the recipient accepts, and the former holder sees it no more', async ({
  page,
  anotherWindow,
}) => {
  const filer = await personal('zhangwei');
  const number = await aFiling(filer);
  const lina = personOf('lina');

  await signInToPortal(page, 'zhangwei', 'personal');
  await page.goto(`/filings/${number}`);
  await page.getByRole('link', { name: '申请移交' }).click();
  await expect(page.getByLabel('备案编号')).toHaveValue(number);
  await page.getByRole('button', { name: '提交移交申请' }).click();
  const summary = wrongSummary(page);
  await expect(summary).toContainText('移入人姓名：请填写此项。');
  await expect(summary).toContainText('请上传加盖公章的《备案移交申请表》。');
  await page.getByLabel('移入人姓名').fill(lina.name);
  await page.getByLabel('移入人身份证号码').fill(`${lina.idNumber.slice(0, -1)}9`);
  await page.getByLabel('移交说明').fill('物业管理单位变更');
  await page.getByLabel('备案移交申请表').setInputFiles(fixtures.authorisation);
  await expect(page.getByRole('link', { name: '授权书.pdf' })).toBeVisible();
  await page.getByRole('button', { name: '提交移交申请' }).click();
  await expect(summary).toContainText('校验码正确');
  await page.getByLabel('移入人身份证号码').fill(lina.idNumber);
  await expect(page.getByText('草稿已保存')).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('移入人身份证号码')).toHaveValue(lina.idNumber);
  await page.getByRole('button', { name: '提交移交申请' }).click();
  const sure = page.getByRole('dialog', { name: '确认移交' });
  await expect(sure).toContainText('不再具有该备案的操作权限');
  await sure.getByRole('button', { name: '确认移交' }).click();
  const acceptance = await acceptanceOf(page);
  await page.getByRole('link', { name: '查看业务详情' }).click();
  const asked = page.getByRole('region', { name: '移交申请' });
  await expect(asked).toContainText('李*');
  await expect(asked).not.toContainText(lina.idNumber);

  const reviewer = await anotherWindow();
  await signInToReview(reviewer, 'reviewer-nanshan-1');
  await reviewer.goto(`/review/?q=${acceptance}`);
  await reviewer.getByRole('link', { name: acceptance }).click();
  await reviewer.getByRole('button', { name: '签收', exact: true }).click();
  const shown = reviewer.getByRole('region', { name: '移交申请' });
  await expect(shown).toContainText('李*');
  await expect(shown).toContainText('物业管理单位变更');
  await reviewer.getByRole('radio', { name: '通过', exact: true }).check();
  await reviewer.getByLabel('审核意见').fill('材料齐全。');
  await reviewer.getByRole('button', { name: '提交决定' }).click();
  await expect(reviewer.getByRole('heading', { name: '审核任务' })).toBeVisible();
  const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  await approve(baseUrl, 'senior-nanshan', { number: acceptance });
  await untilStatus(filer, id, 'awaiting_recipient');
  await page.reload();
  await expect(page.getByRole('alert').filter({ hasText: '等待移入人接收' })).toBeVisible();

  const recipient = await anotherWindow();
  await signInToPortal(recipient, 'lina', 'personal');
  await recipient.getByRole('navigation').getByRole('link', { name: '移交接收' }).click();
  const incoming = recipient.locator('section', { hasText: `备案编号 ${number}` });
  await expect(incoming).toContainText('张*');
  await expect(incoming).toContainText('物业管理单位变更');
  for (const word of ['接收', '拒绝接收']) await expect(incoming.getByText(word, { exact: true })).toBeVisible();
  await incoming.getByRole('button', { name: `接收备案 ${number}`, exact: true }).click();
  const dialog = recipient.getByRole('dialog', { name: `接收备案 ${number}` });
  await dialog.getByRole('button', { name: '接收', exact: true }).click();
  await incoming.getByRole('link', { name: '查看备案' }).click();
  await expect(recipient.getByRole('heading', { name: `备案编号 ${number}` })).toBeVisible();
  await expect(recipient.getByRole('link', { name: '申请移交' })).toBeVisible();

  await page.reload();
  await expect(page.getByRole('alert').filter({ hasText: '移交完成' })).toBeVisible();
  await page.goto(`/filings/${number}`);
  await expect(page.getByText('未找到')).toBeVisible();
});

test('a transfer that is refused or revoked leaves the filing where it was', async ({ page, anotherWindow }) => {
  const filer = await personal('zhangwei');
  const number = await aFiling(filer);
  const refused = await submitTransfer(filer, number, 'lina');
  await approveTwice(baseUrl, filer, refused);

  const recipient = await anotherWindow();
  await signInToPortal(recipient, 'lina', 'personal');
  await recipient.goto('/transfers/incoming');
  await recipient.getByRole('button', { name: `拒绝接收备案 ${number}` }).click();
  const dialog = recipient.getByRole('dialog', { name: `拒绝接收备案 ${number}` });
  await dialog.getByLabel('拒绝理由').fill('未与本人协商');
  await dialog.getByRole('button', { name: '拒绝接收', exact: true }).click();
  await untilStatus(filer, refused.id, 'declined');

  await signInToPortal(page, 'zhangwei', 'personal');
  await page.goto(`/applications/${refused.id}`);
  await expect(page.getByRole('alert').filter({ hasText: '移入人拒绝接收' })).toContainText('未与本人协商');

  const again = await submitTransfer(filer, number, 'lina');
  await approveTwice(baseUrl, filer, again);
  await page.goto(`/applications/${again.id}`);
  await page.getByRole('button', { name: '撤销移交' }).click();
  await page.getByRole('dialog', { name: '撤销移交' }).getByRole('button', { name: '撤销移交' }).click();
  await expect(page.getByRole('alert').filter({ hasText: '移交已撤销，备案仍由您持有' })).toBeVisible();
  await page.goto(`/filings/${number}`);
  await expect(page.getByRole('link', { name: '申请移交' })).toBeVisible();
});

test('while a filing is under dispute its recipient reads why it cannot be accepted, and may refuse it', async ({
  page,
}) => {
  const filer = await personal('zhangwei');
  const number = await aFiling(filer);
  const transfer = await submitTransfer(filer, number, 'lina');
  await approveTwice(baseUrl, filer, transfer);
  const appellant = await legal('legal-cs');
  const appeal = await appellant.post<{ id: string; number: string }>('/api/applications', {
    kind: 'appeal',
    ground: 'ownership',
    filingNumber: number,
    description: '该系统由本单位建设，备案归属有误。',
    evidenceIds: [await appellant.upload('appeal_evidence', fixtures.authorisation)],
  });

  await signInToPortal(page, 'lina', 'personal');
  await page.goto('/transfers/incoming');
  const incoming = page.locator('section', { hasText: `备案编号 ${number}` });
  await expect(incoming.getByRole('button', { name: `接收备案 ${number}`, exact: true })).toBeVisible();
  await approve(baseUrl, 'reviewer-nanshan-1', appeal);
  await untilStatus(appellant, appeal.id, 'in_review');
  await page.reload();
  await expect(incoming.getByRole('alert')).toContainText(`受理号 ${appeal.number}`);
  await expect(incoming.getByRole('alert')).toContainText('接收期限暂停计算');
  await expect(incoming.getByRole('button', { name: `接收备案 ${number}`, exact: true })).toHaveCount(0);
  await incoming.getByRole('button', { name: `拒绝接收备案 ${number}` }).click();
  const dialog = page.getByRole('dialog', { name: `拒绝接收备案 ${number}` });
  await dialog.getByRole('button', { name: '拒绝接收', exact: true }).click();
  await untilStatus(filer, transfer.id, 'declined');
  await page.reload();
  await expect(incoming.getByRole('button')).toHaveCount(0);
  await expect(incoming.getByRole('alert')).toHaveCount(0);
});
