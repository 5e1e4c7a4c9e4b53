import { expect, type Page } from '@playwright/test';
import { baseUrl } from './journey/people.ts';
import { untilPublic } from './journey/public-query.ts';
import { fixtures } from './journey/registration.ts';
import { Session } from './journey/session.ts';
import { acceptanceOf } from './pages/acceptance.page.ts';
import { passCaptcha } from './pages/captcha.page.ts';
import { choose } from './pages/controls.page.ts';
import { wrongSummary } from './pages/refusal.page.ts';
import { aUnitOfItsOwn, fillNewUnit, fillSystem, goOn } from './pages/registration.page.ts';
import { signInToPortal, signInToReview } from './pages/sign-in.page.ts';
import { test } from './pages/windows.page.ts';

/** 手册 4.1 备案登记, from the filer's first letter to the public query, with a correction on the way. */
test.describe.configure({ mode: 'serial' });

const unit = aUnitOfItsOwn();
const systemName = `海岸城购物中心视频监控系统 ${Date.now() % 100_000}`;
let filer: Page;
let reviewer: Page;
let acceptance = '';
let filingNumber = '';

test.beforeAll(async ({ browser }) => {
  filer = await (await browser.newContext()).newPage();
  reviewer = await (await browser.newContext()).newPage();
});
test.afterAll(async () => {
  await filer.context().close();
  await reviewer.context().close();
});

test('a personal user fills in a new unit and is told what is missing', async () => {
  await signInToPortal(filer, 'zhangwei', 'personal');
  await filer.getByRole('link', { name: '备案登记', exact: true }).click();
  await filer.getByRole('radio', { name: '使用新单位登记' }).check();
  await goOn(filer);
  const summary = wrongSummary(filer);
  await expect(summary).toBeFocused();
  await summary.getByRole('button', { name: /18 位/ }).click();
  await expect(filer.getByLabel('统一社会信用代码')).toBeFocused();
  await fillNewUnit(filer, unit);
  await goOn(filer);
  await expect(filer.getByRole('heading', { name: '系统信息' })).toBeVisible();
});

test('what was typed survives a reload as a draft', async () => {
  await fillSystem(filer, systemName);
  await expect(filer.getByText('草稿已保存')).toBeVisible();
  await filer.reload();
  await expect(filer.getByLabel('系统名称')).toHaveValue(systemName);
  await expect(filer.getByLabel('安全负责人姓名')).toHaveValue('王建国');
  await goOn(filer);
  await expect(filer.getByRole('heading', { name: '设备信息表' })).toBeVisible();
});

test('a device table is checked row by row before it is accepted', async () => {
  await filer.getByLabel('图像采集设备信息表').setInputFiles(fixtures.wrongDeviceTable);
  await expect(filer.getByText(/发现 \d+ 处问题/)).toBeVisible();
  await expect(filer.getByRole('rowheader', { name: 'C3', exact: true })).toBeVisible();
  await goOn(filer);
  await expect(wrongSummary(filer)).toBeVisible();
});

test('what can be mended is mended by one click, in a new file beside the own one', async () => {
  await filer.getByRole('button', { name: '修正 C3' }).click();
  await expect(filer.getByText('已修正 1 处')).toBeFocused();
  await filer.getByRole('button', { name: /全部修正/ }).click();
  await expect(filer.getByText('发现 2 处问题')).toBeVisible();
  await expect(filer.getByRole('link', { name: /设备信息表-有错误\.xlsx/ })).toBeVisible();
  const corrected = filer.getByRole('link', { name: '下载修正后的设备信息表' });
  const file = await filer.request.get((await corrected.getAttribute('href')) ?? '');
  expect(file.headers()['content-disposition']).toContain(encodeURIComponent('已修正.xlsx'));
  await filer.getByLabel('图像采集设备信息表').setInputFiles(fixtures.deviceTable);
  await expect(filer.getByText('检查通过：共 12 行')).toBeVisible();
  await goOn(filer);
  await expect(filer.getByRole('heading', { name: '核对并提交' })).toBeVisible();
});

test('the submission needs the declaration and gives an acceptance number and a receipt', async () => {
  await filer.getByRole('button', { name: '提交', exact: true }).click();
  await expect(filer.getByText('请确认对备案信息的真实性负责（条例第十四条）。').first()).toBeVisible();
  await filer.getByRole('checkbox', { name: /真实性负责/ }).check();
  await filer.getByRole('button', { name: '提交', exact: true }).click();
  acceptance = await acceptanceOf(filer);
  const receipt = await filer.request.get(
    (await filer.getByRole('link', { name: /受理回执/ }).getAttribute('href')) ?? '',
  );
  expect(receipt.headers()['content-type']).toBe('application/pdf');
});

test('a reviewer of the county claims the task, opens the attachments and returns it with a notice per field', async () => {
  await signInToReview(reviewer, 'reviewer-nanshan-1');
  // What is due first stands first: others may fill the page.
  await reviewer.goto(`/review/?q=${acceptance}`);
  await reviewer.getByRole('link', { name: acceptance }).click();
  await expect(reviewer.getByText('王*国')).toBeVisible();
  await reviewer.getByRole('button', { name: '签收', exact: true }).click();
  await reviewer.getByRole('button', { name: '营业执照复印件.pdf' }).click();
  await expect(reviewer.getByTitle('营业执照复印件.pdf')).toBeVisible();
  await reviewer.getByRole('button', { name: /关闭|Close/ }).click();
  await reviewer.getByRole('radio', { name: '退回补正' }).check();
  await reviewer.getByLabel('审核意见').fill('存储期限与现场不一致。');
  await reviewer.getByRole('button', { name: '提交决定' }).click();
  await expect(wrongSummary(reviewer)).toBeVisible();
  await choose(reviewer, '需补正的内容', '视频图像信息存储期限');
  await reviewer.getByLabel('存在的问题').fill('填写为 30 天，现场为 90 天');
  await reviewer.getByLabel('修改建议').fill('请按实际存储天数填写');
  await reviewer.getByRole('button', { name: '提交决定' }).click();
  await expect(reviewer.getByRole('heading', { name: '审核任务' })).toBeVisible();
});

test('the filer corrects only the cited field and resubmits', async () => {
  await filer.getByRole('link', { name: '查看业务详情' }).click();
  await expect(filer.getByText('审核机关要求补正')).toBeVisible();
  await filer.getByRole('link', { name: '去补正' }).click();
  await expect(filer.getByLabel('视频图像信息存储期限')).toHaveValue('30');
  await expect(filer.getByLabel('系统名称')).toHaveCount(0);
  await filer.getByLabel('视频图像信息存储期限').fill('90');
  await filer.getByRole('checkbox', { name: /真实性负责/ }).check();
  await filer.getByRole('button', { name: '重新提交' }).click();
  await expect(filer.getByRole('heading', { name: systemName })).toBeVisible();
});

test('the reviewer sees what changed and approves', async () => {
  await reviewer.goto(`/review/?q=${acceptance}`);
  await reviewer.getByRole('link', { name: acceptance }).click();
  const changes = reviewer.getByRole('region', { name: '本次修改的内容' });
  await expect(changes.getByRole('row', { name: /视频图像信息存储期限 30 90/ })).toBeVisible();
  await reviewer.getByRole('button', { name: '签收', exact: true }).click();
  await reviewer.getByRole('radio', { name: '通过', exact: true }).check();
  await reviewer.getByLabel('审核意见').fill('材料齐全，予以备案。');
  await reviewer.getByRole('button', { name: '提交决定' }).click();
  await expect(reviewer.getByRole('heading', { name: '审核任务' })).toBeVisible();
});

test('the filer holds the filing under its number', async () => {
  await filer.reload();
  const done = filer.getByRole('link', { name: /备案完成，备案编号 \d{15}/ });
  await expect(done).toBeVisible();
  filingNumber = /\d{15}/.exec(await done.innerText())?.[0] ?? '';
  await done.click();
  await expect(filer.getByRole('heading', { name: `备案编号 ${filingNumber}` })).toBeVisible();
  await expect(filer.getByText('王*国')).toBeVisible();
});

test('anybody finds the number in the public query, behind a captcha', async ({ anotherWindow }) => {
  await untilPublic(Session.nobody(baseUrl), unit.uscc, filingNumber);
  const anyone = await anotherWindow();
  await anyone.goto('/public');
  await anyone.getByRole('button', { name: '查询' }).click();
  await expect(anyone.getByText('请先完成验证。').first()).toBeVisible();
  await anyone.getByLabel('统一社会信用代码').fill(unit.uscc);
  await passCaptcha(anyone);
  await anyone.getByRole('button', { name: '查询' }).click();
  await expect(anyone.getByText(filingNumber)).toBeVisible();
});
