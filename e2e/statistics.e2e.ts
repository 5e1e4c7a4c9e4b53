import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import type { Me } from '@beian/contracts/accounts.ts';
import type { Absence } from '@beian/contracts/absences.ts';
import { beijingDay, shiftDay } from '@beian/contracts/beijing-day.rules.ts';
import { personal, staff } from './journey/people.ts';
import { aUnit, claimedTaskOf, submitRegistration, taskOf } from './journey/registration.ts';
import type { Session } from './journey/session.ts';
import { choose, fillDay } from './pages/controls.page.ts';
import { signInToReview } from './pages/sign-in.page.ts';
import { test } from './pages/windows.page.ts';

/** The supervisors' board, the statistics and what is exported (I41, I42). */

const marker = `督办 ${Date.now() % 1_000_000}`;

async function submitted(name: string) {
  const filer = await personal('zhangwei');
  const unit = await aUnit(filer);
  return submitRegistration(filer, unit, { name });
}

async function download(page: Page, name: string): Promise<string> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name, exact: true }).click(),
  ]);
  return readFile(await file.path(), 'utf8');
}

test('who leads finds on the board what lies with who is absent and gives it to a colleague', async ({ page }) => {
  const [here, away, lead] = [
    await staff('reviewer-nanshan-1'),
    await staff('reviewer-nanshan-2'),
    await staff('senior-nanshan'),
  ];
  const application = await submitted(`${marker} 缺勤`);
  await claimedTaskOf(away, application);
  const accountOf = async (session: Session) => (await session.get<Me>('/api/me')).accountId;
  const today = beijingDay(new Date());
  const absence = await lead.post<Absence>('/api/review/absences', {
    accountId: await accountOf(away),
    coverAccountId: await accountOf(here),
    from: today,
    // The day may be over before the board is read.
    until: shiftDay(today, 1),
  });
  try {
    await signInToReview(page, 'senior-nanshan');
    await page.getByRole('link', { name: '督办台' }).click();
    await expect(page.getByRole('heading', { name: '督办台', level: 1 })).toBeVisible();
    const loads = page.getByRole('region', { name: '审核人员工作量' }).first();
    await expect(loads.getByRole('row', { name: /440305-002/ })).toContainText('缺勤，440305-001 代班');
    const left = page.getByRole('region', { name: /缺勤人员名下的任务/ }).first();
    await left.getByRole('button', { name: `指派 ${application.number}` }).click();
    await choose(page, '指派给', '440305-003');
    await page.getByRole('dialog', { name: '指派' }).getByRole('button', { name: '指派', exact: true }).click();
    await expect(page.getByRole('status').filter({ hasText: `已指派 ${application.number}` })).toBeVisible();
    await expect(left.getByRole('link', { name: application.number })).toHaveCount(0);
    expect((await taskOf(lead, application)).assignee).toMatchObject({ staffNo: '440305-003' });
  } finally {
    await lead.request('DELETE', `/api/review/absences/${absence.id}`);
  }
});

test('a supervisor of the city narrows the figures, reads them in a table, sends the address on and exports', async ({
  page,
  anotherWindow,
}) => {
  const application = await submitted(`${marker} 统计`);
  await taskOf(await staff('reviewer-nanshan-1'), application);
  await signInToReview(page, 'supervisor-shenzhen');
  await page.getByRole('link', { name: '统计', exact: true }).click();
  await expect(page.getByRole('heading', { name: '统计', level: 1 })).toBeVisible();
  await fillDay(page.getByLabel('起始日期'), '2026-02-02');
  await fillDay(page.getByLabel('截止日期'), '2026-02-01');
  await page.getByRole('button', { name: '统计', exact: true }).click();
  await expect(page.getByText('截止日期不能早于起始日期。')).toBeVisible();
  await page.getByRole('link', { name: '本月', exact: true }).click();
  await choose(page, '业务类型', '备案登记');
  await page.getByRole('button', { name: '统计', exact: true }).click();
  await expect(page).toHaveURL(/kind=registration/);
  const organs = page.getByRole('region', { name: '按机关', exact: true });
  await expect(organs.getByRole('img', { name: /柱状图/ })).toHaveCount(2);
  await expect(organs.getByRole('img', { name: /办理用时/ })).toBeVisible();
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
  const row = organs.getByRole('row', { name: /深圳市公安局南山分局/ });
  await expect(row).toBeVisible();
  const received = Number(await row.getByRole('cell').first().innerText());
  expect(received).toBeGreaterThan(0);

  const csv = await download(page, '按机关：导出 CSV');
  expect(csv).toContain(`深圳市公安局南山分局,${received},`);
  const filings = await download(page, '备案清单：导出 CSV');
  expect(filings.split('\r\n')[0]).toContain('备案编号,状态,单位名称');

  const other = await anotherWindow();
  await signInToReview(other, 'reviewer-nanshan-1');
  await other.goto(page.url());
  await expect(other.getByText('深圳市公安局南山分局（含下级机关）')).toBeVisible();
  await other.goto(`/review/?q=${application.number}`);
  const tasks = await download(other, '审核任务：导出 CSV');
  expect(tasks).toContain(application.number);
});
