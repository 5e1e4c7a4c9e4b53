import { expect, type Page } from '@playwright/test';
import { personal } from './journey/people.ts';
import { aFiling, fixtures } from './journey/registration.ts';
import { acceptanceOf } from './pages/acceptance.page.ts';
import { passCaptcha } from './pages/captcha.page.ts';
import { wrongSummary } from './pages/refusal.page.ts';
import { signInToPortal, signInToReview } from './pages/sign-in.page.ts';
import { test } from './pages/windows.page.ts';

/** 手册 4.7 申诉: with sign-in, up to the filing's new holder; and without, up to the filing that is claimed with the tracking code. */

/** Opens the task of an appeal, claims it where nobody has it yet, and decides it. */
async function decide(page: Page, acceptance: string, stage: string, outcome: string, holder?: string): Promise<void> {
  await expect(async () => {
    await page.goto(`/review/?q=${acceptance}`);
    await page.getByRole('link', { name: acceptance }).click({ timeout: 10_000 });
    await expect(page.getByText(stage, { exact: true })).toBeVisible({ timeout: 10_000 });
  }).toPass();
  const claim = page.getByRole('button', { name: '签收', exact: true });
  const choice = page.getByRole('radio', { name: outcome, exact: true });
  await expect(claim.or(choice)).toBeVisible();
  if (await claim.isVisible()) await claim.click();
  await choice.check();
  await page.getByLabel('审核意见').fill(`${stage}：${outcome}`);
  if (holder) {
    await page.getByRole('button', { name: '提交决定' }).click();
    await expect(wrongSummary(page)).toContainText('备案持有人');
    await page.getByRole('radio', { name: holder }).check();
  }
  await page.getByRole('button', { name: '提交决定' }).click();
  await expect(page.getByRole('heading', { name: '审核任务' })).toBeVisible();
}

async function staff(anotherWindow: () => Promise<Page>, username: string) {
  const page = await anotherWindow();
  await signInToReview(page, username);
  return page;
}

test('a dispute about a filing holds it until two people have decided, and gives it to the appellant', async ({
  page,
  anotherWindow,
}) => {
  const holder = await personal('zhangwei');
  const number = await aFiling(holder);

  await signInToPortal(page, 'lina', 'personal');
  await page.getByRole('navigation').getByRole('link', { name: '申诉', exact: true }).click();
  await page.getByRole('button', { name: '申诉', exact: true }).click();
  const summary = wrongSummary(page);
  await expect(summary).toContainText('申诉说明：请填写此项。');
  await expect(summary).toContainText('请上传加盖公章的证明材料。');
  await page.getByRole('radio', { name: '备案信息归属' }).check();
  await page.getByLabel('申诉说明').fill('该系统由本单位建设，备案归属有误，请予更正。');
  await page.getByLabel('证明材料 1').setInputFiles(fixtures.authorisation);
  await expect(page.getByRole('link', { name: '授权书.pdf' })).toBeVisible();
  await page.getByRole('button', { name: '申诉', exact: true }).click();
  await expect(summary).toContainText('请填写有争议的备案编号。');
  await page.getByLabel('备案编号').fill(number);
  await expect(page.getByText('草稿已保存')).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('备案编号')).toHaveValue(number);
  await page.getByRole('button', { name: '申诉', exact: true }).click();
  const acceptance = await acceptanceOf(page);
  await page.getByRole('link', { name: '查看业务详情' }).click();
  await expect(page.getByRole('region', { name: '申诉内容' })).toContainText('备案归属有误');
  await expect(page.getByRole('main')).not.toContainText('海岸城');

  const reviewer = await staff(anotherWindow, 'reviewer-nanshan-1');
  await decide(reviewer, acceptance, '受理审查', '予以受理');
  await expect.poll(async () => (await holder.get<{ status: string }>(`/api/filings/${number}`)).status).toBe('held');
  await decide(reviewer, acceptance, '审核', '申诉成立', '变更为申诉人');
  const senior = await staff(anotherWindow, 'senior-nanshan');
  await decide(senior, acceptance, '复核', '申诉成立');

  const determination = page.getByRole('region', { name: '申诉决定' });
  await expect(async () => {
    await page.reload();
    await expect(determination).toContainText('申诉成立', { timeout: 10_000 });
  }).toPass();
  await expect(determination).toContainText('变更为申诉人');
  await expect(page.getByText('已决定')).toBeVisible();
  await page.getByRole('link', { name: `备案编号 ${number}` }).click();
  await expect(page.getByText('有效', { exact: true })).toBeVisible();
  expect((await holder.request('GET', `/api/filings/${number}`)).status).toBe(404);
});

test('who cannot sign in appeals behind the captcha, follows with the tracking code and claims the filing with it', async ({
  page,
  anotherWindow,
}) => {
  const holder = await personal('zhangwei');
  const number = await aFiling(holder);
  await page.goto('/');
  await page.getByRole('link', { name: '无法登录，不登录申诉' }).click();
  await page.getByRole('button', { name: '申诉', exact: true }).click();
  const summary = wrongSummary(page);
  await expect(summary).toContainText('联系人姓名：请填写此项。');
  await expect(summary).toContainText('请先完成验证。');
  await page.getByRole('radio', { name: '备案信息归属' }).check();
  await page.getByLabel('备案编号').fill(number);
  await page.getByLabel('申诉说明').fill('本单位账号无法登录，该备案归本单位所有。');
  await page.getByLabel('证明材料').setInputFiles(fixtures.authorisation);
  await page.getByLabel('联系人姓名').fill('周敏');
  await page.getByLabel('联系电话').fill('13800138004');
  await passCaptcha(page);
  await page.getByRole('button', { name: '申诉', exact: true }).click();
  await expect(page.getByRole('heading', { name: '申诉已提交' })).toBeVisible();
  const shown = await page.getByRole('main').innerText();
  const acceptance = /SL\d{14}/.exec(shown)?.[0] ?? '';
  const code = /([0-9A-Z]{4}-){4}[0-9A-Z]/.exec(shown)?.[0] ?? '';
  expect(page.url()).not.toContain(code);

  const reviewer = await staff(anotherWindow, 'reviewer-nanshan-1');
  await decide(reviewer, acceptance, '受理审查', '予以受理');
  await decide(reviewer, acceptance, '审核', '申诉成立', '变更为申诉人');
  await decide(await staff(anotherWindow, 'senior-nanshan'), acceptance, '复核', '申诉成立');

  const track = async () => {
    await page.goto('/public/appeal/tracking');
    await page.getByLabel('查询码').fill(code.toLowerCase());
    await page.getByRole('button', { name: '查询', exact: true }).click();
    await expect(page.getByRole('region', { name: acceptance })).toBeVisible();
  };
  await page.goto('/public/appeal/tracking');
  await page.getByLabel('查询码').fill(`${code.slice(0, -1)}${code.endsWith('0') ? '1' : '0'}`);
  await page.getByRole('button', { name: '查询', exact: true }).click();
  await expect(summary).toContainText('查询码有误，请逐字核对。');
  await expect(async () => {
    await track();
    await expect(page.getByRole('region', { name: '申诉决定' })).toContainText('申诉成立', { timeout: 10_000 });
  }).toPass();
  await expect(page.getByRole('main')).not.toContainText('周敏');

  await signInToPortal(page, 'legal-cs', 'legal');
  await track();
  await page.getByRole('button', { name: '接收到当前账号' }).click();
  await expect(page.getByText(`备案 ${number} 已在当前账号名下`)).toBeVisible();
  await page.goto(`/filings/${number}`);
  await expect(page.getByText('有效', { exact: true })).toBeVisible();
});
