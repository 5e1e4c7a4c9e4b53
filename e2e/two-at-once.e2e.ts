import { expect, type Page } from '@playwright/test';
import { baseUrl, personal, staff } from './journey/people.ts';
import { aFiling, aRegistration, claimedTaskOf, fixtures, taskOf } from './journey/registration.ts';
import { approveTwice, personOf, submitTransfer } from './journey/transfer.ts';
import { expectKept, storedFile, uploadInto } from './pages/refusal.page.ts';
import { signInToPortal, signInToReview } from './pages/sign-in.page.ts';
import { test } from './pages/windows.page.ts';

/** Two people, or two windows of one, act at the same moment: one of them counts, the other reads why, and keeps what it has typed. */

/** Presses both buttons at once. */
const both = (one: () => Promise<void>, other: () => Promise<void>) => Promise.all([one(), other()]);
/** Which of two windows was late: exactly one shows the mark of having been first. */
async function lateOf([one, other]: readonly [Page, Page], wins: (page: Page) => Promise<boolean>): Promise<Page> {
  const won = [await wins(one), await wins(other)];
  expect(won.filter(Boolean)).toHaveLength(1);
  return won[0] ? other : one;
}

test('two windows of one draft: the second reads that the first has saved, and says which to keep', async ({
  page,
  context,
}) => {
  await signInToPortal(page, 'lina', 'personal');
  await page.goto('/registration');
  await page.getByRole('radio', { name: '使用新单位登记' }).check();
  await page.getByLabel('单位负责人姓名').fill('第一稿');
  await expect(page.getByText('草稿已保存')).toBeVisible();
  const second = await context.newPage();
  await second.goto(page.url());
  await expect(second.getByLabel('单位负责人姓名')).toHaveValue('第一稿');
  const saved = page.waitForResponse((answer) => answer.request().method() === 'PUT' && answer.ok());
  await page.getByLabel('单位负责人姓名').fill('第二稿');
  await saved;

  await second.getByLabel('单位名称').fill('另一窗口的单位');
  const conflict = second.getByRole('alert').filter({ hasText: '草稿已在另一窗口修改' });
  await expect(conflict).toBeVisible();
  await conflict.getByRole('button', { name: '使用另一份' }).click();
  await expect(second.getByLabel('单位负责人姓名')).toHaveValue('第二稿');
  await second.close();
});

test('two windows begin a business each with one filing: one is submitted, the other reads which (G7)', async ({
  page,
  context,
}) => {
  const number = await aFiling(await personal('zhangwei'));
  const lina = personOf('lina');
  await signInToPortal(page, 'zhangwei', 'personal');
  await page.goto(`/cancellation?number=${number}`);
  await page.getByLabel('注销原因').fill('系统已拆除');
  await uploadInto(page, '委托办理备案注销授权书', fixtures.authorisation);
  const transfer = await context.newPage();
  await transfer.goto(`/transfer?number=${number}`);
  await transfer.getByLabel('移入人姓名').fill(lina.name);
  await transfer.getByLabel('移入人身份证号码').fill(lina.idNumber);
  await transfer.getByLabel('移交说明').fill('物业管理单位变更');
  await uploadInto(transfer, '备案移交申请表', fixtures.authorisation);
  await page.getByRole('button', { name: '提交注销申请' }).click();
  await transfer.getByRole('button', { name: '提交移交申请' }).click();
  await both(
    () => page.getByRole('dialog').getByRole('button', { name: '确认注销' }).click(),
    () => transfer.getByRole('dialog').getByRole('button', { name: '确认移交' }).click(),
  );
  const refusal = (one: Page) => one.getByRole('alert').filter({ hasText: '已有业务正在办理' });
  const late = await lateOf([page, transfer], async (one) => {
    const done = one.getByRole('heading', { name: '提交成功' });
    await expect(done.or(refusal(one))).toBeVisible();
    return done.isVisible();
  });
  await expect(refusal(late)).toContainText(late === page ? '移交' : '注销');
  await expect(refusal(late)).toContainText(/SL\d{14}/);
  await expectKept(late, late === page ? { 注销原因: '系统已拆除' } : { 移入人姓名: lina.name });
  await expect(storedFile(late, '授权书.pdf')).toBeVisible();
  await transfer.close();
});

test('the recipient accepts while the initiator revokes: one of it happens, and the filing has one holder', async ({
  page,
  anotherWindow,
}) => {
  const filer = await personal('zhangwei');
  const number = await aFiling(filer);
  const transfer = await submitTransfer(filer, number, 'lina');
  await approveTwice(baseUrl, filer, transfer);
  const recipient = await anotherWindow();
  await signInToPortal(page, 'zhangwei', 'personal');
  await signInToPortal(recipient, 'lina', 'personal');
  await page.goto(`/applications/${transfer.id}`);
  await page.getByRole('button', { name: '撤销移交' }).click();
  await recipient.goto('/transfers/incoming');
  await recipient.getByRole('button', { name: `接收备案 ${number}`, exact: true }).click();
  const asked = { revoke: page.getByRole('dialog'), accept: recipient.getByRole('dialog') };
  await both(
    () => asked.revoke.getByRole('button', { name: '撤销移交' }).click(),
    () => asked.accept.getByRole('button', { name: '接收', exact: true }).click(),
  );
  const late = await lateOf([page, recipient], async (one) => {
    const [dialog, refused] = [one.getByRole('dialog'), one.getByRole('dialog').getByRole('alert')];
    await expect(async () => expect((await refused.isVisible()) || !(await dialog.isVisible())).toBe(true)).toPass();
    return !(await refused.isVisible());
  });
  await late.getByRole('dialog').getByRole('button', { name: '取消' }).click();
  await expect(late.getByRole('dialog')).toBeHidden();
  // What the late one sees then is what has happened.
  await page.reload();
  const said = late === page ? '移交完成' : '移交已撤销，备案仍由您持有';
  await expect(page.getByRole('alert').filter({ hasText: said })).toBeVisible();
  const holds = async (one: Page) => {
    await one.goto(`/filings/${number}`);
    const mine = one.getByRole('link', { name: '申请变更' });
    await expect(mine.or(one.getByText('未找到'))).toBeVisible();
    return mine.isVisible();
  };
  expect([await holds(page), await holds(recipient)]).toEqual([late === recipient, late === page]);
});

test('the filer withdraws while the reviewer approves: one of it happens, and both read which', async ({
  page,
  anotherWindow,
}) => {
  const application = await aRegistration(await personal('zhangwei'));
  const reviewer = await anotherWindow();
  const organ = await staff('reviewer-nanshan-1');
  const task = await claimedTaskOf(organ, application);
  await signInToPortal(page, 'zhangwei', 'personal');
  await signInToReview(reviewer, 'reviewer-nanshan-1');
  await page.goto(`/applications/${application.id}`);
  await page.getByRole('button', { name: '撤回申请' }).click();
  await reviewer.goto(`/review/tasks/${task.id}`);
  await reviewer.getByRole('radio', { name: '通过', exact: true }).check();
  await reviewer.getByLabel('审核意见').fill('材料齐全。');
  await both(
    () => page.getByRole('dialog').getByRole('button', { name: '撤回申请' }).click(),
    () => reviewer.getByRole('button', { name: '提交决定' }).click(),
  );
  const decided = reviewer.getByRole('heading', { name: '审核任务', level: 1 });
  await expect(decided.or(reviewer.getByRole('main').getByRole('alert'))).toBeVisible();
  const approved = await decided.isVisible();
  if (approved) await expect(page.getByRole('dialog').getByRole('alert')).toBeVisible();
  else await expect(page.getByRole('dialog')).toBeHidden();
  await expect(async () => {
    await page.reload();
    await expect(page.getByText(approved ? '已办结' : '已撤回').first()).toBeVisible({ timeout: 10_000 });
  }).toPass();
});

test('two reviewers claim one task at once: one holds it, the other reads who', async ({ page, anotherWindow }) => {
  const application = await aRegistration(await personal('zhangwei'));
  const task = await taskOf(await staff('reviewer-nanshan-1'), application);
  const colleague = await anotherWindow();
  await signInToReview(page, 'reviewer-nanshan-1');
  await signInToReview(colleague, 'reviewer-nanshan-2');
  const claimOf = (one: Page) => one.getByRole('button', { name: '签收', exact: true });
  for (const one of [page, colleague]) {
    await one.goto(`/review/tasks/${task.id}`);
    await expect(claimOf(one)).toBeVisible();
  }
  await both(
    () => claimOf(page).click(),
    () => claimOf(colleague).click(),
  );
  const late = await lateOf([page, colleague], async (one) => {
    const decision = one.getByRole('button', { name: '提交决定' });
    await expect(decision.or(one.getByRole('main').getByRole('alert'))).toBeVisible();
    return decision.isVisible();
  });
  await expect(late.getByRole('button', { name: '提交决定' })).toHaveCount(0);
  await expect(claimOf(late)).toHaveCount(0);
  await expect(late.getByText(/440305-00[12]/).first()).toBeVisible();
});
