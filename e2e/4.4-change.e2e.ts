import { expect } from '@playwright/test';
import { personal, staff } from './journey/people.ts';
import { aFiling, claimedTaskOf, coastCity, decide, fixtures, untilStatus } from './journey/registration.ts';
import { acceptanceOf } from './pages/acceptance.page.ts';
import { choose } from './pages/controls.page.ts';
import { wrongSummary } from './pages/refusal.page.ts';
import { signInToPortal, signInToReview } from './pages/sign-in.page.ts';
import { test } from './pages/windows.page.ts';

/** 手册 4.4 变更: two filings in one application, one of them into another county; corrected, approved by one organ and rejected by the other. */

const marker = `海岸城变更 ${Date.now() % 1_000_000}`;

test('two filings are changed in one application, each by its organ, and the past stays readable', async ({
  page,
  anotherWindow,
}) => {
  const filer = await personal('zhangwei');
  const staying = await aFiling(filer, { name: `${marker} 一号系统` });
  const moving = await aFiling(filer, { name: `${marker} 二号系统` });

  await signInToPortal(page, 'zhangwei', 'personal');
  await page.getByRole('navigation').getByRole('link', { name: '变更', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: '变更备案信息' });
  const numbers = dialog.getByLabel('备案编号');
  await expect(numbers).toBeFocused();
  await dialog.getByRole('button', { name: '提交', exact: true }).click();
  await expect(dialog.getByText('请填写此项。')).toBeVisible();
  await expect(numbers).toBeFocused();
  await dialog.getByRole('button', { name: '从我的备案中选择' }).click();
  await dialog.getByLabel('单位', { exact: true }).fill(coastCity.uscc);
  await dialog.getByLabel('系统名称').fill(marker);
  await dialog.getByRole('button', { name: '查询' }).click();
  await dialog.getByRole('checkbox', { name: new RegExp(staying) }).check();
  await dialog.getByRole('checkbox', { name: new RegExp(moving) }).check();
  await dialog.getByRole('button', { name: '提交', exact: true }).click();
  await expect(page.getByRole('region', { name: '要变更的备案' })).toContainText(moving);

  await expect(page.getByRole('heading', { name: '变更单位信息' })).toBeVisible();
  await page.getByRole('button', { name: '变更备案信息' }).click();
  await expect(page.getByRole('heading', { name: '变更系统信息' })).toBeVisible();
  await page.getByLabel('视频图像信息存储期限').fill('90');
  await choose(page, '适用范围', moving);
  await choose(page, /省/, '广东省');
  await choose(page, /市$/, '深圳市');
  await choose(page, /区（县）/, '福田区');
  await page.getByLabel('具体地址').fill('福华路 1 号海岸城');
  await page.getByRole('button', { name: '变更证明材料' }).click();
  await expect(page.getByRole('heading', { name: '变更证明材料' })).toBeVisible();
  await page.getByRole('button', { name: '核对变更内容' }).click();
  const summary = wrongSummary(page);
  await expect(summary).toContainText('变更说明：请填写此项。');
  await page.getByLabel(/委托办理备案变更授权书$/).setInputFiles(fixtures.authorisation);
  await expect(page.getByRole('link', { name: '授权书.pdf' })).toBeVisible();
  await page.getByLabel('证明材料 1').setInputFiles(fixtures.licence);
  await expect(page.getByRole('link', { name: '营业执照复印件.pdf' })).toBeVisible();
  await page.getByLabel('变更说明').fill('扩容存储设备，二号系统迁入福田区');
  await expect(page.getByText('草稿已保存')).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('变更说明')).toHaveValue('扩容存储设备，二号系统迁入福田区');
  await page.getByRole('button', { name: '核对变更内容' }).click();
  await expect(page.getByText('核对通过：2 项备案')).toBeVisible();
  const changes = page.getByRole('region', { name: '变更内容' });
  await expect(changes.getByRole('row', { name: new RegExp(staying) })).toContainText('南山分局');
  await expect(changes.getByRole('row', { name: new RegExp(moving) })).toContainText('福田分局');
  await page.getByRole('button', { name: '提交变更申请' }).click();
  await expect(summary).toContainText('真实性');
  await page.getByRole('checkbox', { name: /真实性负责/ }).check();
  await page.getByRole('button', { name: '提交变更申请' }).click();
  const acceptance = await acceptanceOf(page);
  await page.getByRole('link', { name: '查看业务详情' }).click();
  await expect(page.getByRole('link', { name: `${acceptance}-2` })).toBeVisible();
  const whole = new URL(page.url()).pathname;

  const organ = await staff('reviewer-nanshan-1');
  const first = await claimedTaskOf(organ, { number: `${acceptance}-1` });
  await decide(organ, first, {
    outcome: 'return',
    opinion: '请核实存储期限。',
    notice: [{ field: 'system.retentionDays', problem: '与现场不一致', advice: '按实际天数填写' }],
  });
  await page.getByRole('link', { name: `${acceptance}-1` }).click();
  await page.getByRole('link', { name: '去补正' }).click();
  await page.getByLabel('视频图像信息存储期限').fill('120');
  await page.getByRole('checkbox', { name: /真实性负责/ }).check();
  await page.getByRole('button', { name: '重新提交' }).click();
  await expect(page.getByRole('region', { name: '各备案办理结果' })).toContainText('120');

  const reviewer = await anotherWindow();
  await signInToReview(reviewer, 'reviewer-nanshan-1');
  await reviewer.goto(`/review/?q=${acceptance}-1`);
  await reviewer.getByRole('link', { name: `${acceptance}-1` }).click();
  await reviewer.getByRole('button', { name: '签收', exact: true }).click();
  const asked = reviewer.getByRole('region', { name: '变更的备案（1 项）' });
  await expect(asked.getByRole('table', { name: `变更内容 ${staying}` })).toContainText('120');
  await expect(asked.getByRole('table', { name: `本次补正后的变化 ${staying}` })).toContainText('90');
  await reviewer.getByRole('radio', { name: '通过', exact: true }).check();
  await reviewer.getByLabel('审核意见').fill('情况属实。');
  await reviewer.getByRole('button', { name: '提交决定' }).click();
  await expect(reviewer.getByRole('heading', { name: '审核任务' })).toBeVisible();

  // What leaves the county is read here and decided there.
  await reviewer.goto(`/review/?q=${acceptance}-2&observed=true`);
  await reviewer.getByRole('link', { name: `${acceptance}-2` }).click();
  await expect(reviewer.getByText('抄送：由深圳市公安局福田分局审核')).toBeVisible();
  await expect(reviewer.getByRole('button', { name: '签收', exact: true })).toHaveCount(0);
  const other = await staff('reviewer-futian-1');
  const second = await claimedTaskOf(other, { number: `${acceptance}-2` });
  await decide(other, second, { outcome: 'reject', reasonCode: 'false_information', opinion: '该地址没有此系统。' });
  await untilStatus(filer, whole.split('/').at(-1) ?? '', 'completed');

  await page.goto(whole);
  const outcome = page.getByRole('region', { name: '各备案办理结果' });
  await expect(outcome.getByRole('row', { name: new RegExp(staying) })).toContainText('已办结');
  await expect(outcome.getByRole('row', { name: new RegExp(moving) })).toContainText('不予通过');
  await page.goto(`/filings/${staying}`);
  const versions = page.getByRole('region', { name: '历次版本' });
  await expect(versions.getByRole('row', { name: /第 2 版/ })).toContainText('视频图像信息存储期限');
  await versions.getByRole('link', { name: '第 1 版' }).click();
  await expect(page.getByRole('heading', { name: `备案 ${staying} 第 1 版` })).toBeVisible();
  await expect(page.getByRole('region', { name: '系统信息' })).toContainText('30 天');
});
