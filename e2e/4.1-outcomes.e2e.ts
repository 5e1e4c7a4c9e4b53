import { expect, type Page } from '@playwright/test';
import { personal, staff } from './journey/people.ts';
import { aRegistration, aUnit, claimedTaskOf, decide, fixtures, taskOf, untilStatus } from './journey/registration.ts';
import { choose } from './pages/controls.page.ts';
import { wrongSummary } from './pages/refusal.page.ts';
import { fillSystem, goOn } from './pages/registration.page.ts';
import { signInToPortal, signInToReview } from './pages/sign-in.page.ts';
import { test } from './pages/windows.page.ts';

/** The other ways a registration can go, each begun over HTTP and finished in the browser. */

const aName = (what: string) => `${what} ${Date.now() % 1_000_000}`;

const submitted = async (name: string) => aRegistration(await personal('zhangwei'), { name });
async function openClaimed(page: Page, number: string): Promise<void> {
  await page.goto(`/review/?q=${number}`);
  await page.getByRole('link', { name: number }).click();
  await page.getByRole('button', { name: '签收', exact: true }).click();
}

test('a rejection needs a coded reason, and the filer reads it', async ({ page, anotherWindow }) => {
  const application = await submitted(aName('不予通过的系统'));
  await taskOf(await staff('reviewer-nanshan-1'), application);
  await signInToReview(page, 'reviewer-nanshan-1');
  await openClaimed(page, application.number);
  await page.getByRole('radio', { name: '不予通过' }).check();
  await page.getByLabel('审核意见').fill('该系统不在公共区域，无需备案。');
  await page.getByRole('button', { name: '提交决定' }).click();
  const summary = wrongSummary(page);
  await expect(summary).toContainText('不予通过原因');
  await choose(page, /不予通过原因/, '不属于应当备案的系统');
  await page.getByRole('button', { name: '提交决定' }).click();
  await expect(page.getByRole('heading', { name: '审核任务' })).toBeVisible();

  const filer = await anotherWindow();
  await signInToPortal(filer, 'zhangwei', 'personal');
  await untilStatus(await personal('zhangwei'), application.id, 'rejected');
  await filer.goto(`/applications/${application.id}`);
  await expect(filer.getByText('不属于应当备案的系统（条例第九条）')).toBeVisible();
  await expect(filer.getByText('该系统不在公共区域，无需备案。')).toBeVisible();
  await expect(filer.getByRole('button', { name: '撤回申请' })).toHaveCount(0);
});

test('a withdrawal is asked for twice and ends the application, also for the reviewer', async ({ page }) => {
  const application = await submitted(aName('要撤回的系统'));
  const reviewer = await staff('reviewer-nanshan-1');
  const task = await claimedTaskOf(reviewer, application);
  await signInToPortal(page, 'zhangwei', 'personal');
  await page.goto(`/applications/${application.id}`);
  await page.getByRole('button', { name: '撤回申请' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: '取消' }).click();
  await expect(dialog).toBeHidden();
  await page.getByRole('button', { name: '撤回申请' }).click();
  await dialog.getByLabel('撤回原因（选填）').fill('设备尚未安装');
  await dialog.getByRole('button', { name: '撤回申请' }).click();
  await expect(page.getByText('已撤回').first()).toBeVisible();
  const late = decide(reviewer, task, { outcome: 'approve', opinion: '同意' });
  await expect(late).rejects.toMatchObject({ status: 409 });
});

test('a returned filer gets more time once, for a reason', async ({ page }) => {
  const application = await submitted(aName('需要延期的系统'));
  const reviewer = await staff('reviewer-nanshan-1');
  const task = await claimedTaskOf(reviewer, application);
  const notice = [{ field: 'system.retentionDays', problem: '不一致', advice: '按实际填写' }];
  await decide(reviewer, task, { outcome: 'return', opinion: '请补正。', notice });
  await untilStatus(await personal('zhangwei'), application.id, 'returned');
  await signInToPortal(page, 'zhangwei', 'personal');
  await page.goto(`/applications/${application.id}`);
  const deadline = page.getByText(/请在 .+ 前完成补正/);
  await expect(deadline).toBeVisible();
  const before = await deadline.innerText();
  await page.getByRole('button', { name: '申请延期' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: '申请延期' }).click();
  await expect(dialog.getByText('请填写此项。')).toBeVisible();
  await dialog.getByLabel('延期理由').fill('等待单位盖章');
  await dialog.getByRole('button', { name: '申请延期' }).click();
  await expect(page.getByText('补正延期')).toBeVisible();
  await expect(deadline).not.toHaveText(before);
  await expect(page.getByRole('button', { name: '申请延期' })).toHaveCount(0);
});

test('a colleague sees who holds a task, and another county sees no task at all', async ({ page, anotherWindow }) => {
  const application = await submitted(aName('南山的系统'));
  const holder = await staff('reviewer-nanshan-1');
  const task = await claimedTaskOf(holder, application);
  await signInToReview(page, 'reviewer-nanshan-2');
  await page.goto(`/review/tasks/${task.id}`);
  await expect(page.getByText('440305-001').first()).toBeVisible();
  await expect(page.getByRole('button', { name: '提交决定' })).toHaveCount(0);

  const futian = await anotherWindow();
  await signInToReview(futian, 'reviewer-futian-1');
  await futian.goto(`/review/tasks/${task.id}`);
  await expect(futian.getByText('内容不存在，或不属于当前账号。')).toBeVisible();
});

test('somebody else’s application is not there, and a guest is asked to sign in', async ({ page }) => {
  const application = await submitted(aName('张伟的系统'));
  await page.goto(`/applications/${application.id}`);
  await expect(page.getByRole('button', { name: '个人用户登录' })).toBeVisible();
  await signInToPortal(page, 'lina', 'personal');
  await page.goto(`/applications/${application.id}`);
  await expect(page.getByText('内容不存在，或不属于当前账号。')).toBeVisible();
  await expect(page.getByText(application.number)).toHaveCount(0);
});

test('with an existing unit one registers a system, and the next one begins with the same unit', async ({ page }) => {
  await aUnit(await personal('zhangwei'));
  await signInToPortal(page, 'zhangwei', 'personal');
  await page.getByRole('link', { name: '备案登记', exact: true }).click();
  await page.getByRole('radio', { name: '选择已有单位登记' }).check();
  await choose(page, /单位/, '深圳海岸城');
  await goOn(page);
  await fillSystem(page, aName('第一个系统'));
  await goOn(page);
  await page.getByLabel('图像采集设备信息表').setInputFiles(fixtures.deviceTable);
  await expect(page.getByText('检查通过：共 12 行')).toBeVisible();
  await goOn(page);
  await page.getByRole('checkbox', { name: /真实性负责/ }).check();
  await page.getByRole('button', { name: '提交并登记下一条' }).click();
  await expect(page.getByRole('radio', { name: '选择已有单位登记' })).toBeChecked();
  await expect(page.getByText(/深圳海岸城商业管理有限公司/).first()).toBeVisible();
  await goOn(page);
  await expect(page.getByLabel('系统名称')).toHaveValue('');
});

test('a file too large or of another type is refused at its field, and the good one before it stays', async ({
  page,
}) => {
  await signInToPortal(page, 'lina', 'personal');
  await page.getByRole('link', { name: '备案登记', exact: true }).click();
  await page.getByRole('radio', { name: '使用新单位登记' }).check();
  await choose(page, '单位类型', '企业');
  const licence = page.getByLabel(/营业执照复印件$/);
  await licence.setInputFiles(fixtures.licence);
  await expect(page.getByRole('link', { name: '营业执照复印件.pdf' })).toBeVisible();
  const large = { name: '扫描件.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(102_400, '%') };
  await licence.setInputFiles(large);
  await expect(page.getByText(/文件 102400 字节，应小于 102400 字节/)).toBeVisible();
  await licence.setInputFiles({ ...large, buffer: Buffer.from('MZ not a document') });
  await expect(page.getByText(/PDF, PNG, JPEG/)).toBeVisible();
  await expect(page.getByRole('link', { name: '营业执照复印件.pdf' })).toBeVisible();
});

test('a legal person begins with its own unit and needs no authorisation for it', async ({ page }) => {
  await signInToPortal(page, 'legal-fz', 'legal');
  await expect(page.getByText('福州云图科技有限公司').first()).toBeVisible();
  await page.getByRole('link', { name: '备案登记', exact: true }).click();
  await expect(page.getByLabel('统一社会信用代码')).toHaveValue('91350100M000100Y43');
  await choose(page, '单位类型', '企业');
  await expect(page.getByLabel(/营业执照复印件$/)).toHaveCount(1);
  await expect(page.getByLabel(/委托办理备案登记授权书$/)).toHaveCount(0);
});
